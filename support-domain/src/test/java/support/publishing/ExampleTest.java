package support.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import support.calendar.CalendarPlan;
import support.sla.Lane;
import support.sla.Policy;
import support.sla.RefusedTerms;
import support.sla.RequestType;
import support.sla.Severity;
import support.sla.Terms;

class ExampleTest {
    private static final Terms TERMS = Terms.standard();

    private static @Nullable Instant berlin(@Nullable String local) {
        return local == null
                ? null
                : LocalDateTime.parse(local).atZone(ZoneId.of("Europe/Berlin")).toInstant();
    }

    private static Example example(String start, RequestType type, @Nullable String due) {
        Instant begin =
                LocalDateTime.parse(start).atZone(ZoneId.of("Europe/Berlin")).toInstant();
        return new Example(begin, type, Severity.LEVEL_2, Lane.STANDARD, berlin(due), "an example");
    }

    private static Example.Outcome outcome(String start, RequestType type, @Nullable String due) {
        return example(start, type, due).on(TERMS);
    }

    @Test
    void holds_when_the_terms_come_to_the_same_minute() {
        Example.Outcome outcome = outcome("2026-10-30T16:30:59", RequestType.BUG_REPORT, "2026-11-02T12:30");
        assertThat(outcome.holds()).isTrue();
        assertThat(outcome.due()).isEqualTo(berlin("2026-11-02T12:30:59"));
    }

    @Test
    void fails_with_what_came_out_instead_and_why() {
        Example.Outcome outcome = outcome("2026-10-30T16:30", RequestType.BUG_REPORT, "2026-11-02T12:31");
        assertThat(outcome.holds()).isFalse();
        assertThat(outcome.receipt())
                .isNotNull()
                .satisfies(receipt -> assertThat(receipt.dueAt()).isEqualTo(berlin("2026-11-02T12:30")));
    }

    @Test
    void may_say_that_nothing_is_promised() {
        assertThat(outcome("2026-10-30T16:30", RequestType.IDEA, null).holds()).isTrue();
        assertThat(outcome("2026-10-30T16:30", RequestType.IDEA, "2026-11-02T12:30")
                        .holds())
                .isFalse();
        assertThat(outcome("2026-10-30T16:30", RequestType.BUG_REPORT, null).holds())
                .isFalse();
    }

    /** It speaks of a day that is long over when the terms come into force. */
    @Test
    void tries_the_newest_terms_whenever_they_come_into_force() {
        Policy nothing = new Policy(2, Map.of(), 75);
        Terms next = new Proposal.OfPolicy(nothing).after(TERMS, Instant.parse("2040-01-01T00:00:00Z"));
        assertThat(example("2026-10-30T16:30", RequestType.BUG_REPORT, null)
                        .on(next)
                        .holds())
                .isTrue();
    }

    @Test
    void fails_where_the_calendar_ends_before_it_is_due() {
        assertThat(outcome("2045-12-29T16:30", RequestType.BUG_REPORT, "2045-12-29T17:00")
                        .holds())
                .isFalse();
    }

    @Test
    void begins_in_a_year_that_calendars_know() {
        for (int year : new int[] {CalendarPlan.FIRST_YEAR - 1, CalendarPlan.LAST_YEAR + 1, 9999}) {
            assertThatThrownBy(() -> example(year + "-06-01T10:00", RequestType.BUG_REPORT, null))
                    .isInstanceOf(RefusedTerms.class)
                    .hasMessageContaining("cannot begin in " + year);
        }
    }

    @Test
    void is_not_due_before_it_begins() {
        assertThatThrownBy(() -> example("2026-06-01T10:00", RequestType.BUG_REPORT, "2026-06-01T09:59"))
                .isInstanceOf(RefusedTerms.class);
    }
}
