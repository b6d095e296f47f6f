package support.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import support.calendar.GeneratedCalendar;
import support.calendar.ServiceCalendar;
import support.calendar.StatutoryHolidays;
import support.calendar.Window;

/** The reasons for due times (docs/sla.md, Receipts). */
class ReceiptTest {
    private static final Terms TERMS = Terms.standard();
    private static final Instant FRIDAY_HALF_PAST_FOUR = Instant.parse("2026-10-30T15:30:00Z");
    private static final Instant MONDAY_AT_TEN = Instant.parse("2026-06-15T08:00:00Z");

    private static Promise promise(Instant at, Severity severity, Terms terms) {
        return Promise.firstResponse(at, RequestType.SUPPORT_REQUEST, severity, Lane.STANDARD, terms)
                .orElseThrow();
    }

    private static Promise promise(Instant at, Severity severity) {
        return promise(at, severity, TERMS);
    }

    private static Promise reclassified(Promise promise, Severity from, Severity to, Instant at) {
        return promise.reclassified(from, to, at, TERMS);
    }

    /** One level, so much time, 09:00 to 17:00 from Monday to Friday with an hour for lunch. */
    private static Terms withLunch(Duration target) {
        ServiceCalendar.Builder calendar = ServiceCalendar.of(2, "Europe/Berlin", 2024, 2028);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.getValue() <= 5) {
                calendar.open(day, List.of(Window.parse("09:00-12:00"), Window.parse("13:00-17:00")));
            }
        }
        Policy.Case only =
                new Policy.Case(Metric.FIRST_RESPONSE, RequestType.SUPPORT_REQUEST, Severity.LEVEL_4, Lane.STANDARD);
        return Terms.of(
                calendar.closed(StatutoryHolidays.saxony()).build(),
                new Policy(3, Map.of(only, new Policy.Target(target, Terms.OFFICE_HOURS)), 75));
    }

    @Test
    void the_receipt_shows_the_open_spans_and_why_the_days_between_were_closed() {
        Promise promise = promise(FRIDAY_HALF_PAST_FOUR, Severity.LEVEL_2);
        Receipt receipt = Receipt.of(promise, TERMS);
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

    @Test
    void a_long_receipt_folds_its_middle_by_dates_and_keeps_what_is_inside() {
        Terms terms = withLunch(Duration.ofHours(70));
        Receipt receipt = Receipt.of(promise(MONDAY_AT_TEN, Severity.LEVEL_4, terms), terms);
        Receipt.Folded folded = receipt.lines().stream()
                .filter(Receipt.Folded.class::isInstance)
                .map(Receipt.Folded.class::cast)
                .findFirst()
                .orElseThrow();
        // Monday 15 June from 10:00 to Monday 29 June 10:00: eleven dates, two shown at each end
        assertThat(folded.businessDays()).isEqualTo(7);
        assertThat(folded.length()).isEqualTo(Duration.ofHours(7 * 7));
        assertThat(folded.lines().getFirst())
                .isInstanceOfSatisfying(
                        Receipt.Counted.class, line -> assertThat(line.from()).isEqualTo("2026-06-17T07:00:00Z"));
        assertThat(folded.lines())
                .hasSize(2 * 7 + 2)
                .filteredOn(Receipt.Closed.class::isInstance)
                .hasSize(2);
        assertThat(receipt.counted()).isEqualTo(Duration.ofHours(70));
    }

    @Test
    void five_dates_are_shown_in_full() {
        Terms terms = withLunch(Duration.ofHours(30));
        Receipt receipt = Receipt.of(promise(MONDAY_AT_TEN, Severity.LEVEL_4, terms), terms);
        assertThat(receipt.lines()).hasOnlyElementsOfType(Receipt.Counted.class);
    }

    @Test
    void a_request_on_a_closed_day_names_that_day() {
        Instant reformationDay = Instant.parse("2025-10-31T09:00:00Z");
        Receipt receipt = Receipt.of(promise(reformationDay, Severity.LEVEL_1), TERMS);
        assertThat(receipt.lines().getFirst()).isInstanceOfSatisfying(Receipt.Closed.class, line -> {
            assertThat(line.date()).isEqualTo("2025-10-31");
            assertThat(line.weekend()).isFalse();
        });
        assertThat(receipt.lines()).filteredOn(Receipt.Closed.class::isInstance).hasSize(3);
    }

    @Test
    void time_that_is_promised_for_the_old_level_is_not_said_to_be_for_the_new_one() {
        Promise level3 = promise(MONDAY_AT_TEN, Severity.LEVEL_3);
        Instant late = level3.dueAt().minusSeconds(60);
        Promise stays = reclassified(level3, Severity.LEVEL_3, Severity.LEVEL_1, late);
        Receipt.Reclassified change =
                new Receipt.Reclassified(late, Severity.LEVEL_3, Severity.LEVEL_1, level3.dueAt(), stays.dueAt());
        Receipt receipt = Receipt.of(stays, List.of(change), TERMS);
        assertThat(change.moved()).isFalse();
        assertThat(receipt.severity()).isEqualTo(Severity.LEVEL_3);
        assertThat(receipt.promised()).isEqualTo(Duration.ofHours(8));
    }

    @Test
    void a_change_that_moved_the_due_time_stands_before_the_spans_of_the_new_level() {
        Promise level3 = promise(MONDAY_AT_TEN, Severity.LEVEL_3);
        Instant soon = MONDAY_AT_TEN.plusSeconds(3600);
        Promise moved = reclassified(level3, Severity.LEVEL_3, Severity.LEVEL_1, soon);
        Receipt.Reclassified change =
                new Receipt.Reclassified(soon, Severity.LEVEL_3, Severity.LEVEL_1, level3.dueAt(), moved.dueAt());
        Receipt receipt = Receipt.of(moved, List.of(change), TERMS);
        assertThat(change.moved()).isTrue();
        assertThat(receipt.severity()).isEqualTo(Severity.LEVEL_1);
        assertThat(receipt.lines())
                .containsExactly(change, new Receipt.Counted(soon, soon.plusSeconds(3600), Duration.ofHours(1)));
    }

    static LongStream seeds() {
        return GeneratedCalendar.seeds();
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
                promise, List.of(new Receipt.Reclassified(at, from, to, first.dueAt(), promise.dueAt())), TERMS);
        assertThat(receipt.counted()).isEqualTo(promise.target()).isEqualTo(receipt.promised());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void folding_loses_no_time_and_shows_few_lines_whatever_is_promised(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Duration target = Duration.ofSeconds(1 + random.nextInt(400 * 3600));
        Terms terms = withLunch(target);
        Instant at = Instant.parse("2025-01-01T00:00:00Z").plusMillis(random.nextLong(700L * 24 * 3600 * 1000));
        Receipt receipt = Receipt.of(promise(at, Severity.LEVEL_4, terms), terms);
        assertThat(receipt.counted()).isEqualTo(target);
        assertThat(receipt.lines()).hasSizeLessThanOrEqualTo(30);
    }
}
