package support.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import support.sla.Lane;
import support.sla.Metric;
import support.sla.Policy;
import support.sla.Promise;
import support.sla.RequestType;
import support.sla.Severity;
import support.sla.Terms;
import support.ticket.TicketNumber;

class RehearsedTest {
    private static final Instant MONDAY_AT_TEN = Instant.parse("2026-06-15T08:00:00Z");

    private static Promise promise(int hours) {
        Policy.Case promised =
                new Policy.Case(Metric.FIRST_RESPONSE, RequestType.BUG_REPORT, Severity.LEVEL_2, Lane.FAST_LANE);
        Policy policy =
                new Policy(1, Map.of(promised, new Policy.Target(Duration.ofHours(hours), Terms.OFFICE_HOURS)), 75);
        Terms terms = Terms.of(Terms.standard().calendars().getFirst().calendar(), policy);
        return Promise.firstResponse(MONDAY_AT_TEN, RequestType.BUG_REPORT, Severity.LEVEL_2, Lane.FAST_LANE, terms)
                .orElseThrow();
    }

    private static Promise answered(int hours) {
        return promise(hours).done(MONDAY_AT_TEN.plus(Duration.ofHours(3)));
    }

    private static Rehearsed.Difference difference(Promise was, @Nullable Promise would) {
        Instant now = MONDAY_AT_TEN.plus(Duration.ofHours(5));
        Rehearsed rehearsed = new Rehearsed(new TicketNumber(1), Metric.FIRST_RESPONSE, 1, was, would, now);
        assertThat(rehearsed.promised().severity()).isEqualTo(Severity.LEVEL_2);
        assertThat(rehearsed.promised().lane()).isEqualTo(Lane.FAST_LANE);
        return rehearsed.difference();
    }

    @Test
    void tells_what_would_be_missed_or_kept_instead() {
        assertThat(difference(answered(4), answered(2))).isEqualTo(Rehearsed.Difference.MISSED_INSTEAD);
        assertThat(difference(answered(2), answered(4))).isEqualTo(Rehearsed.Difference.KEPT_INSTEAD);
    }

    @Test
    void tells_what_is_open_and_late_like_what_is_missed() {
        assertThat(difference(promise(6), promise(4))).isEqualTo(Rehearsed.Difference.MISSED_INSTEAD);
        assertThat(difference(promise(4), promise(6))).isEqualTo(Rehearsed.Difference.KEPT_INSTEAD);
    }

    @Test
    void tells_what_only_moves_what_is_not_promised_and_what_stays() {
        assertThat(difference(answered(4), answered(5))).isEqualTo(Rehearsed.Difference.MOVED);
        assertThat(difference(answered(4), null)).isEqualTo(Rehearsed.Difference.NOT_PROMISED);
        assertThat(difference(answered(4), answered(4))).isEqualTo(Rehearsed.Difference.NONE);
    }
}
