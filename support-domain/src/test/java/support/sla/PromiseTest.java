package support.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import support.sla.Promise.Verdict;

/** Promises and their receipts (docs/sla.md, rules 6 to 9, 12 and the receipt). */
class PromiseTest {
    private static final Terms TERMS = Terms.standard();
    private static final Instant FRIDAY_HALF_PAST_FOUR = Instant.parse("2026-10-30T15:30:00Z");
    private static final Instant MONDAY_AT_TEN = Instant.parse("2026-06-15T08:00:00Z");

    private static Promise promise(Instant at, Severity severity) {
        return Promise.firstResponse(at, RequestType.SUPPORT_REQUEST, severity, Lane.STANDARD, TERMS)
                .orElseThrow();
    }

    private static Promise reclassified(Promise promise, Severity from, Severity to, Instant at) {
        return promise.reclassified(from, to, RequestType.SUPPORT_REQUEST, Lane.STANDARD, at, TERMS);
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
        assertThat(promise.answered(promise.dueAt()).verdict()).isEqualTo(Verdict.KEPT);
        assertThat(promise.answered(promise.dueAt().plusNanos(1000)).verdict()).isEqualTo(Verdict.MISSED);
    }

    @Test
    void a_verdict_never_changes() {
        Promise missed = promise(MONDAY_AT_TEN, Severity.LEVEL_1).lookedAt(MONDAY_AT_TEN.plusSeconds(7200));
        assertThat(missed.verdict()).isEqualTo(Verdict.MISSED);
        assertThat(missed.answered(MONDAY_AT_TEN)).isEqualTo(missed);
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
    void the_receipt_shows_the_open_spans_and_why_the_days_between_were_closed() {
        Promise promise = promise(FRIDAY_HALF_PAST_FOUR, Severity.LEVEL_2);
        Receipt receipt = Receipt.of(promise, Severity.LEVEL_2, TERMS);
        assertThat(receipt.lines()).hasSize(4);
        assertThat(receipt.lines().get(0))
                .isInstanceOfSatisfying(
                        Receipt.Counted.class, line -> assertThat(line.length()).isEqualTo(Duration.ofMinutes(30)));
        assertThat(receipt.lines().get(1)).isInstanceOfSatisfying(Receipt.Closed.class, line -> {
            assertThat(line.weekend()).isTrue();
            assertThat(line.days()).extracting("name").containsExactly("Reformation day");
        });
        assertThat(receipt.lines().get(3))
                .isInstanceOfSatisfying(
                        Receipt.Counted.class, line -> assertThat(line.to()).isEqualTo(promise.dueAt()));
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_counted_spans_add_up_to_the_promised_time(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Instant at = Instant.parse("2025-01-01T00:00:00Z").plusMillis(random.nextLong(700L * 24 * 3600 * 1000));
        Severity from = Severity.values()[random.nextInt(4)];
        Severity to = Severity.values()[random.nextInt(4)];
        Promise first = promise(at, from);
        Promise promise = reclassified(first, from, to, at.plusSeconds(random.nextInt(7200)));
        Receipt receipt = Receipt.of(
                promise, to, List.of(new Receipt.Reclassified(at, from, to, first.dueAt(), promise.dueAt())), TERMS);
        assertThat(receipt.counted()).isEqualTo(promise.target()).isEqualTo(receipt.promised());
    }
}
