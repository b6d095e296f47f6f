package support.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import support.calendar.Pause;
import support.sla.Promise.Verdict;

/** Promises whose time rests (docs/sla.md, rule 8), and days that people name. */
class PausedPromiseTest {
    private static final Instant MONDAY_AT_TEN = Instant.parse("2026-06-15T08:00:00Z");
    private static final Terms TERMS = terms(Duration.ofHours(8));

    private static Terms terms(Duration resolution) {
        Map<Policy.Case, Policy.Target> targets = new HashMap<>();
        for (Severity severity : Severity.values()) {
            targets.put(of(Metric.FIRST_RESPONSE, severity), target(Duration.ofHours(4)));
            targets.put(
                    of(Metric.RESOLUTION, severity),
                    target(severity == Severity.LEVEL_1 ? Duration.ofHours(2) : resolution));
        }
        return Terms.of(Terms.standard().at(MONDAY_AT_TEN).calendar(), new Policy(1, targets, Policy.USUAL_WARNING));
    }

    private static Policy.Case of(Metric metric, Severity severity) {
        return new Policy.Case(metric, RequestType.SUPPORT_REQUEST, severity, Lane.STANDARD);
    }

    private static Policy.Target target(Duration time) {
        return new Policy.Target(time, Terms.OFFICE_HOURS);
    }

    private static Promise resolution() {
        return Promise.of(of(Metric.RESOLUTION, Severity.LEVEL_2), MONDAY_AT_TEN, TERMS)
                .orElseThrow();
    }

    private static Instant after(int minutes) {
        return MONDAY_AT_TEN.plusSeconds(60L * minutes);
    }

    @Test
    void waiting_for_the_customer_never_pauses_the_first_response() {
        Promise first = Promise.firstResponse(
                        MONDAY_AT_TEN, RequestType.SUPPORT_REQUEST, Severity.LEVEL_2, Lane.STANDARD, TERMS)
                .orElseThrow();
        assertThat(first.paused(after(10))).isEqualTo(first);
    }

    @Test
    void business_time_of_a_pause_does_not_count() {
        Promise resumed = resolution().paused(after(60)).resumed(after(180), TERMS);
        assertThat(resumed.dueAt()).isEqualTo(resolution().dueAt().plus(Duration.ofHours(2)));
        assertThat(resumed.warnAt()).isEqualTo("2026-06-16T08:00:00Z");
    }

    @Test
    void a_pause_in_closed_time_changes_nothing() {
        Instant evening = Instant.parse("2026-06-15T17:00:00Z");
        assertThat(resolution()
                        .paused(evening)
                        .resumed(evening.plusSeconds(3600), TERMS)
                        .dueAt())
                .isEqualTo(resolution().dueAt());
    }

    @Test
    void while_it_rests_it_is_neither_late_nor_warned() {
        Promise paused = resolution().paused(after(60));
        Instant muchLater = MONDAY_AT_TEN.plus(Duration.ofDays(30));
        assertThat(paused.isOverdue(muchLater)).isFalse();
        assertThat(paused.lookedAt(muchLater)).isEqualTo(paused);
        assertThat(paused.nextLook()).isEmpty();
        assertThat(paused.timeLeft(muchLater, TERMS)).isEqualTo(Duration.ofHours(7));
        assertThat(paused.done(muchLater).verdict()).isEqualTo(Verdict.KEPT);
    }

    @Test
    void what_is_late_does_not_rest() {
        Promise late = resolution().lookedAt(MONDAY_AT_TEN.plus(Duration.ofDays(9)));
        assertThat(late.paused(MONDAY_AT_TEN.plus(Duration.ofDays(10)))).isEqualTo(late);
    }

    @Test
    void a_warning_that_was_given_is_not_given_again_after_a_pause() {
        Promise warned = resolution().lookedAt(resolution().warnAt());
        Promise resumed = warned.paused(warned.warnAt().plusSeconds(60))
                .resumed(warned.warnAt().plusSeconds(3600), TERMS);
        assertThat(resumed.warnedAt()).isEqualTo(warned.warnedAt());
        assertThat(resumed.nextLook()).contains(resumed.dueAt().plusNanos(1000));
    }

    @Test
    void the_receipt_shows_the_pause_and_still_adds_up() {
        Promise resumed = resolution().paused(after(60)).resumed(after(180), TERMS);
        Receipt receipt = Receipt.of(resumed, TERMS);
        assertThat(receipt.lines()).contains(new Receipt.Paused(after(60), after(180)));
        assertThat(receipt.counted()).isEqualTo(receipt.promised());
    }

    @Test
    void the_receipt_of_one_that_rests_says_what_is_left() {
        Receipt receipt = Receipt.of(resolution().paused(after(60)), TERMS);
        assertThat(receipt.lines())
                .containsExactly(
                        new Receipt.Counted(MONDAY_AT_TEN, after(60), Duration.ofHours(1)),
                        new Receipt.Paused(after(60), null),
                        new Receipt.Left(Duration.ofHours(7)));
        assertThat(receipt.counted()).isEqualTo(receipt.promised());
    }

    /** What was used before and after the pauses is the promised time: under new terms, too. */
    @ParameterizedTest
    @CsvSource({"10,20,30,31", "60,3000,3001,9000", "0,1,1,2", "470,480,481,482"})
    void used_time_is_the_promised_time(int from, int to, int again, int end) {
        Promise promise = resolution()
                .paused(after(from))
                .resumed(after(to), TERMS)
                .paused(after(again))
                .resumed(after(end), TERMS);
        List<Pause> pauses = List.of(new Pause(after(from), after(to)), new Pause(after(again), after(end)));
        assertThat(TERMS.at(MONDAY_AT_TEN).calendar().hours().deadline(MONDAY_AT_TEN, promise.target(), pauses))
                .isEqualTo(promise.dueAt());
        assertThat(Receipt.of(promise, TERMS).counted()).isEqualTo(promise.target());
    }

    @Test
    void new_terms_count_what_is_left_when_the_time_runs_on() {
        Terms longer = TERMS.with(new Terms.PublishedPolicy(
                new Policy(2, Map.of(of(Metric.RESOLUTION, Severity.LEVEL_2), target(Duration.ofHours(10))), 75),
                after(120)));
        Promise paused = resolution().paused(after(60));
        assertThat(paused.republished(after(120), longer)).isEqualTo(paused);
        Promise resumed = paused.resumed(after(180), longer);
        assertThat(resumed.target()).isEqualTo(Duration.ofHours(10));
        assertThat(resumed.dueAt()).isEqualTo("2026-06-16T12:00:00Z");
        assertThat(Receipt.of(resumed, longer).counted()).isEqualTo(resumed.target());
    }

    @Test
    void a_level_that_is_raised_during_a_pause_counts_from_then_and_rests_on() {
        Promise raised =
                resolution().paused(after(60)).reclassified(Severity.LEVEL_2, Severity.LEVEL_1, after(90), TERMS);
        assertThat(raised.isPaused()).isTrue();
        assertThat(raised.resumed(after(120), TERMS).dueAt()).isEqualTo(after(120 + 120));
    }

    private static Promise news(Instant at, String due) {
        return Promise.nextNews(of(Metric.NEXT_NEWS, Severity.LEVEL_2), at, Instant.parse(due), TERMS);
    }

    @Test
    void a_day_that_somebody_names_is_due_at_its_end_and_its_receipt_adds_up() {
        Promise news = news(MONDAY_AT_TEN.plusNanos(123_456_000), "2026-06-17T15:00:00Z");
        assertThat(news.dueAt()).isEqualTo("2026-06-17T15:00:00Z");
        assertThat(news.target()).isEqualTo(Duration.ofHours(7 + 8 + 8));
        assertThat(Receipt.of(news, TERMS).counted()).isEqualTo(news.target());
        assertThat(news.reclassified(Severity.LEVEL_2, Severity.LEVEL_1, after(5), TERMS))
                .isEqualTo(news);
        assertThat(news.paused(after(5))).isEqualTo(news);
    }

    @ParameterizedTest
    @CsvSource({"2026-06-15T07:59:00Z", "2026-06-15T08:00:00Z", "2026-06-15T18:00:00Z", "2026-06-20T12:00:00Z"})
    void news_are_promised_by_the_end_of_a_business_day_to_come(String due) {
        assertThatExceptionOfType(RefusedTerms.class).isThrownBy(() -> news(MONDAY_AT_TEN, due));
    }

    @Test
    void a_policy_names_no_day() {
        assertThatExceptionOfType(RefusedTerms.class)
                .isThrownBy(() ->
                        new Policy(2, Map.of(of(Metric.NEXT_NEWS, Severity.LEVEL_1), target(Duration.ofHours(1))), 75));
    }
}
