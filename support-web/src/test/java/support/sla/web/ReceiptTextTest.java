package support.sla.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import support.sla.Lane;
import support.sla.Promise;
import support.sla.Receipt;
import support.sla.RequestType;
import support.sla.Severity;
import support.sla.Terms;

class ReceiptTextTest {
    @Test
    void seconds_are_shown_nowhere_and_the_minutes_that_are_shown_add_up() {
        Terms terms = Terms.standard();
        Instant friday = Instant.parse("2026-10-30T15:30:21.5Z");
        Promise promise = Promise.firstResponse(friday, RequestType.BUG_REPORT, Severity.LEVEL_2, Lane.STANDARD, terms)
                .orElseThrow();
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        ReceiptText text = new ReceiptText(messages);
        Receipt receipt = Receipt.of(promise, terms);
        assertThat(text.rows(receipt))
                .extracting(row -> row.when() + " | " + row.counted())
                .containsExactly(
                        "Fri 30 Oct 16:30–17:00 | 0:30",
                        "Sat 31 Oct | closed: weekend, Reformation day",
                        "Sun 1 Nov | closed: weekend",
                        "Mon 2 Nov 09:00–12:30 | 3:30");
        assertThat(text.sum(receipt)).isEqualTo("4:00 = Level 2, policy v1, calendar v1");
    }
}
