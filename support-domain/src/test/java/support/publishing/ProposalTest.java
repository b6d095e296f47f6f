package support.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import support.calendar.CalendarPlan;
import support.calendar.RefusedCalendar;
import support.sla.Lane;
import support.sla.Metric;
import support.sla.Policy;
import support.sla.Promise;
import support.sla.RefusedTerms;
import support.sla.RequestType;
import support.sla.Severity;
import support.sla.Terms;

class ProposalTest {
    private static final Terms TERMS = Terms.standard();
    private static final Instant MONDAY_AT_TEN = Instant.parse("2026-06-15T08:00:00Z");
    private static final Instant MONDAY_AT_NOON = Instant.parse("2026-06-15T10:00:00Z");

    private static Proposal.OfCalendar calendar(String name, CalendarPlan plan) {
        return new Proposal.OfCalendar(name, plan, plan.statutory());
    }

    private static Policy level2In(Duration time, String calendar) {
        return new Policy(
                1,
                Map.of(
                        new Policy.Case(Metric.FIRST_RESPONSE, RequestType.BUG_REPORT, Severity.LEVEL_2, Lane.STANDARD),
                        new Policy.Target(time, calendar)),
                75);
    }

    private static Promise promise() {
        return Promise.firstResponse(MONDAY_AT_TEN, RequestType.BUG_REPORT, Severity.LEVEL_2, Lane.STANDARD, TERMS)
                .orElseThrow();
    }

    @Test
    void takes_the_next_number_whatever_it_was_written_with() {
        Terms next = calendar(Terms.OFFICE_HOURS, CalendarPlan.officeHours()).after(TERMS, MONDAY_AT_NOON);
        next = calendar("Night shift", CalendarPlan.officeHours()).after(next, MONDAY_AT_NOON);
        next = new Proposal.OfPolicy(level2In(Duration.ofHours(2), "Night shift")).after(next, MONDAY_AT_NOON);
        assertThat(Subject.calendar(Terms.OFFICE_HOURS).newestIn(next)).isEqualTo(2);
        assertThat(Subject.calendar(" Night shift ").newestIn(next)).isEqualTo(3);
        assertThat(Subject.POLICY.newestIn(next)).isEqualTo(2);
        assertThat(Subject.calendar("Nobody's").newestIn(next)).isZero();
    }

    @Test
    void a_policy_counts_by_calendars_that_are_published() {
        Proposal proposal = new Proposal.OfPolicy(level2In(Duration.ofHours(2), "Night shift"));
        assertThatThrownBy(() -> proposal.after(TERMS, MONDAY_AT_NOON))
                .isInstanceOf(RefusedTerms.class)
                .hasMessageContaining("Night shift");
    }

    @Test
    void a_calendar_opens_at_some_time_and_has_a_name() {
        CalendarPlan never = new CalendarPlan("Europe/Berlin", Map.of(), "", "", List.of(), List.of());
        assertThatThrownBy(() -> calendar("Never", never).after(TERMS, MONDAY_AT_NOON))
                .isInstanceOf(RefusedCalendar.class);
        assertThatThrownBy(() -> Subject.calendar("  ")).isInstanceOf(RefusedTerms.class);
        assertThatThrownBy(() -> Subject.calendar("n".repeat(81))).isInstanceOf(RefusedTerms.class);
    }

    @Test
    void more_time_moves_later_and_less_makes_overdue() {
        Terms more =
                new Proposal.OfPolicy(level2In(Duration.ofHours(6), Terms.OFFICE_HOURS)).after(TERMS, MONDAY_AT_NOON);
        assertThat(Moves.NONE.and(promise(), MONDAY_AT_NOON, more)).isEqualTo(new Moves(1, 1, 1, 0));
        Terms less =
                new Proposal.OfPolicy(level2In(Duration.ofHours(1), Terms.OFFICE_HOURS)).after(TERMS, MONDAY_AT_NOON);
        assertThat(Moves.NONE.and(promise(), MONDAY_AT_NOON.plusSeconds(1), less))
                .isEqualTo(new Moves(1, 1, 0, 1));
        assertThat(Moves.NONE.and(promise(), MONDAY_AT_NOON, TERMS)).isEqualTo(new Moves(1, 0, 0, 0));
    }
}
