package support.ticket.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import support.sla.Severity;
import support.ticket.TicketEvent;

/** Events as they are kept for good. */
class EventJsonTest {
    private final EventJson json = new EventJson();

    @Test
    void a_change_of_the_level_from_before_versions_were_named_means_the_first() {
        assertThat(json.read("SEVERITY_CHANGED", "{\"from\": \"LEVEL_2\", \"to\": \"LEVEL_3\"}"))
                .isEqualTo(new TicketEvent.SeverityChanged(Severity.LEVEL_2, Severity.LEVEL_3, 1, 1));
    }

    @Test
    void an_event_comes_back_as_it_was_written() {
        TicketEvent.What changed = new TicketEvent.SeverityChanged(Severity.LEVEL_2, Severity.LEVEL_3, 4, 7);
        assertThat(json.read("SEVERITY_CHANGED", json.write(changed))).isEqualTo(changed);
    }

    @Test
    void an_event_of_an_unknown_kind_is_not_passed_over() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> json.read("SOMETHING_NEW", "{}"))
                .withMessageContaining("SOMETHING_NEW");
    }
}
