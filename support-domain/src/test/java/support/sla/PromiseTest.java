package support.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import support.calendar.Pause;
import support.sla.Promise.Verdict;

/** Promises (docs/sla.md, rules 6 to 9 and 12). */
class PromiseTest {
    private static final Terms TERMS = Terms.standard();
    private static final Instant FRIDAY_HALF_PAST_FOUR = Instant.parse("2026-10-30T15:30:00Z");
    private static final Instant MONDAY_AT_TEN = Instant.parse("2026-06-15T08:00:00Z");

    private static Promise promise(Instant at, Severity severity) {
        return Promise.firstResponse(at, RequestType.SUPPORT_REQUEST, severity, Lane.STANDARD, TERMS)
                .orElseThrow();
    }

    private static Promise reclassified(Promise promise, Severity from, Severity to, Instant at) {
        return promise.reclassified(from, to, at, TERMS);
    }

    @Test
    void level_2_on_friday_afternoon_before_a_holiday_is_due_on_monday() {
        assertThat(promise(FRIDAY_HALF_PAST_FOUR, Severity.LEVEL_2).dueAt()).isEqualTo("2026-11-02T11:30:00Z");
    }

    @Test
    void an_idea_carries_no_promise() {
        assertThat(Promise.firstResponse(MONDAY_AT_TEN, RequestType.IDEA, Severity.LEVEL_1, Lane.STANDARD, TERMS))
                .isEmpty();
    }

    @Test
    void an_answer_at_the_due_time_itself_keeps_the_promise() {
        Promise promise = promise(MONDAY_AT_TEN, Severity.LEVEL_1);
        assertThat(promise.done(promise.dueAt()).verdict()).isEqualTo(Verdict.KEPT);
        assertThat(promise.done(promise.dueAt().plusNanos(1000)).verdict()).isEqualTo(Verdict.MISSED);
    }

    @Test
    void a_verdict_never_changes() {
        Promise missed = promise(MONDAY_AT_TEN, Severity.LEVEL_1).lookedAt(MONDAY_AT_TEN.plusSeconds(7200));
        assertThat(missed.verdict()).isEqualTo(Verdict.MISSED);
        assertThat(missed.done(missed.dueAt().plusSeconds(9)).verdict()).isEqualTo(Verdict.MISSED);
        assertThat(missed.isOwed()).isTrue();
        assertThat(missed.done(missed.dueAt().plusSeconds(9)).isOwed()).isFalse();
        assertThat(missed.withdrawn(MONDAY_AT_TEN)).isEqualTo(missed);
    }

    @Test
    void raising_the_level_is_due_at_the_earlier_of_the_old_time_and_the_new_one_from_the_change() {
        Promise level3 = promise(MONDAY_AT_TEN, Severity.LEVEL_3);
        Instant soon = MONDAY_AT_TEN.plusSeconds(3600);
        assertThat(reclassified(level3, Severity.LEVEL_3, Severity.LEVEL_1, soon)
                        .dueAt())
                .isEqualTo(soon.plusSeconds(3600));
        Instant justBefore = level3.dueAt().minusSeconds(60);
        assertThat(reclassified(level3, Severity.LEVEL_3, Severity.LEVEL_1, justBefore)
                        .dueAt())
                .isEqualTo(level3.dueAt());
    }

    @Test
    void lowering_the_level_counts_from_the_request() {
        Promise level1 = promise(MONDAY_AT_TEN, Severity.LEVEL_1);
        assertThat(reclassified(level1, Severity.LEVEL_1, Severity.LEVEL_2, MONDAY_AT_TEN.plusSeconds(1800))
                        .dueAt())
                .isEqualTo(MONDAY_AT_TEN.plusSeconds(4 * 3600));
    }

    @Test
    void time_warns_once_at_three_quarters_and_then_waits_for_the_due_time() {
        Promise promise = promise(MONDAY_AT_TEN, Severity.LEVEL_2);
        Instant threeQuarters = MONDAY_AT_TEN.plusSeconds(3 * 3600);
        assertThat(promise.nextLook()).contains(threeQuarters);
        assertThat(promise.lookedAt(threeQuarters.minusNanos(1000))).isEqualTo(promise);
        Promise warned = promise.lookedAt(threeQuarters);
        assertThat(warned.warnedAt()).isEqualTo(threeQuarters);
        assertThat(warned.lookedAt(threeQuarters.plusSeconds(60))).isEqualTo(warned);
        assertThat(warned.nextLook()).contains(promise.dueAt().plusNanos(1000));
    }

    @Test
    void a_level_that_is_changed_after_the_answer_moves_nothing() {
        Promise kept = promise(MONDAY_AT_TEN, Severity.LEVEL_3).done(MONDAY_AT_TEN.plusSeconds(60));
        assertThat(reclassified(kept, Severity.LEVEL_3, Severity.LEVEL_1, MONDAY_AT_TEN.plusSeconds(120)))
                .isEqualTo(kept);
    }

    @Test
    void a_promise_that_is_late_is_not_saved_by_lowering_the_level_before_the_clock_looks() {
        Promise late = promise(MONDAY_AT_TEN, Severity.LEVEL_1);
        Instant justAfter = late.dueAt().plusNanos(1000);
        assertThat(reclassified(late, Severity.LEVEL_1, Severity.LEVEL_4, justAfter))
                .isSameAs(late);
        assertThat(reclassified(late, Severity.LEVEL_1, Severity.LEVEL_4, late.dueAt())
                        .dueAt())
                .isAfter(late.dueAt());
    }

    @Test
    void a_new_due_time_is_warned_about_anew() {
        Promise warned = promise(MONDAY_AT_TEN, Severity.LEVEL_1).lookedAt(MONDAY_AT_TEN.plusSeconds(3000));
        Promise lowered = reclassified(warned, Severity.LEVEL_1, Severity.LEVEL_2, MONDAY_AT_TEN.plusSeconds(3300));
        assertThat(lowered.nextLook()).contains(MONDAY_AT_TEN.plusSeconds(3 * 3600));
    }

    @Test
    void a_request_that_is_taken_back_in_time_is_neither_kept_nor_missed() {
        Promise promise = promise(MONDAY_AT_TEN, Severity.LEVEL_1);
        assertThat(promise.withdrawn(promise.dueAt()).verdict()).isEqualTo(Verdict.WITHDRAWN);
        assertThat(promise.withdrawn(promise.dueAt().plusNanos(1000)).verdict()).isEqualTo(Verdict.MISSED);
    }

    @Test
    void overdue_is_derived_from_the_due_time_alone() {
        Promise promise = promise(MONDAY_AT_TEN, Severity.LEVEL_1);
        assertThat(promise.isOverdue(promise.dueAt())).isFalse();
        assertThat(promise.isOverdue(promise.dueAt().plusNanos(1000))).isTrue();
        assertThat(promise.done(MONDAY_AT_TEN).isOverdue(promise.dueAt().plusSeconds(1)))
                .isFalse();
    }

    @Test
    void the_time_left_is_business_time_and_never_negative() {
        Promise promise = promise(FRIDAY_HALF_PAST_FOUR, Severity.LEVEL_2);
        Instant saturday = FRIDAY_HALF_PAST_FOUR.plusSeconds(24 * 3600);
        assertThat(promise.timeLeft(saturday, TERMS)).isEqualTo(Duration.ofMinutes(210));
        assertThat(promise.timeLeft(promise.dueAt().plusSeconds(1), TERMS)).isEqualTo(Duration.ZERO);
    }

    private static Promise other(Promise base, int part) {
        Policy.Case is = base.promised();
        Instant later = base.dueAt().plusSeconds(1);
        return new Promise(
                new Policy.Case(
                        is.metric(),
                        part == 0 ? RequestType.BUG_REPORT : is.type(),
                        part == 2 ? Severity.LEVEL_4 : is.severity(),
                        part == 1 ? Lane.FAST_LANE : is.lane()),
                part == 3 ? later : base.startedAt(),
                part == 4 ? later : base.countedFrom(),
                part == 5 ? Duration.ofHours(9) : base.target(),
                part == 6 ? later : base.dueAt(),
                part == 7 ? later : base.warnAt(),
                base.laneAt(),
                part == 8 ? later : base.warnedAt(),
                part == 9 ? List.of(new Pause(later, null)) : base.pauses(),
                part == 10 ? Verdict.KEPT : base.verdict(),
                part == 11 ? later : base.decidedAt(),
                part == 12 ? later : base.settledAt(),
                part == 13 ? 2 : base.policyVersion(),
                part == 14 ? 2 : base.calendarVersion());
    }

    @Test
    void every_part_in_which_two_promises_differ_is_named() {
        Promise base = promise(MONDAY_AT_TEN, Severity.LEVEL_1);
        assertThat(base.differences(other(base, -1))).isEmpty();
        List<String> parts = IntStream.rangeClosed(0, 14)
                .mapToObj(part -> base.differences(other(base, part)))
                .map(found -> found.stream().map(Promise.Difference::part).collect(Collectors.joining(",")))
                .toList();
        assertThat(parts)
                .containsExactly(
                        "type",
                        "lane",
                        "level",
                        "started",
                        "counted from",
                        "time",
                        "due",
                        "warning",
                        "warned",
                        "pauses",
                        "verdict",
                        "decided",
                        "settled",
                        "policy version",
                        "calendar version");
        assertThat(base.differences(other(base, 8)).getFirst().words("here", "there"))
                .isEqualTo("warned: here never, there 2026-06-15T09:00:01Z");
    }

    @Test
    void a_clock_that_wakes_after_the_due_time_finds_the_promise_missed_at_it() {
        Promise promise = promise(MONDAY_AT_TEN, Severity.LEVEL_1);
        Promise missed = promise.lookedAt(promise.dueAt().plusSeconds(48 * 3600));
        assertThat(missed.verdict()).isEqualTo(Verdict.MISSED);
        assertThat(missed.decidedAt()).isEqualTo(promise.dueAt());
        assertThat(missed.nextLook()).isEmpty();
    }

    @Test
    void a_first_response_is_promised_by_the_first_terms_of_a_desk() {
        Terms first = Terms.standard();
        Promise promise = Promise.firstResponse(
                        MONDAY_AT_TEN, RequestType.SUPPORT_REQUEST, Severity.LEVEL_3, Lane.FAST_LANE, first)
                .orElseThrow();
        assertThat(promise.metric()).isEqualTo(Metric.FIRST_RESPONSE);
        assertThat(promise.target()).isEqualTo(Duration.ofHours(8));
    }

    @Test
    void the_course_of_a_promise_is_not_to_be_had_from_terms_that_never_gave_it() {
        Terms none = Terms.of(TERMS.calendars().getFirst().calendar(), new Policy(1, Map.of(), 75));
        Promise promise = promise(MONDAY_AT_TEN, Severity.LEVEL_1);
        assertThatIllegalStateException()
                .isThrownBy(() -> promise.timeLeft(MONDAY_AT_TEN, none))
                .withMessageContaining("do not promise this");
    }

    @Test
    void level_1_is_the_worst_and_no_level_is_worse_than_itself() {
        assertThat(Severity.values()).extracting(Severity::level).containsExactly(1, 2, 3, 4);
        assertThat(Severity.LEVEL_1.isWorseThan(Severity.LEVEL_2)).isTrue();
        assertThat(Severity.LEVEL_2.isWorseThan(Severity.LEVEL_2)).isFalse();
    }

    @Test
    void the_limits_of_a_policy_belong_to_it() {
        Duration most = Duration.ofHours(10_000);
        assertThat(new Policy.Target(most, Terms.OFFICE_HOURS).time()).isEqualTo(most);
        assertThatExceptionOfType(RefusedTerms.class)
                .isThrownBy(() -> new Policy.Target(most.plusSeconds(1), Terms.OFFICE_HOURS));
        assertThat(new Policy(1, Map.of(), 1).warnAtPercent()).isEqualTo(1);
        assertThat(new Policy(1, Map.of(), 99).warnAtPercent()).isEqualTo(99);
        assertThatExceptionOfType(RefusedTerms.class).isThrownBy(() -> new Policy(1, Map.of(), 0));
        assertThatExceptionOfType(RefusedTerms.class).isThrownBy(() -> new Policy(1, Map.of(), 100));
    }
}
