package support.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import support.calendar.ClosedDay;
import support.calendar.GeneratedCalendar;
import support.calendar.ServiceCalendar;
import support.calendar.StatutoryHolidays;
import support.calendar.Window;

/** What a publication does to promises (docs/sla.md, rule 11). */
class TermsTest {
    private static final Terms FIRST = Terms.standard();
    private static final Instant MONDAY_AT_TEN = Instant.parse("2026-06-15T08:00:00Z");
    private static final Instant MONDAY_AT_NOON = Instant.parse("2026-06-15T10:00:00Z");

    private static ServiceCalendar calendar(int version, String windows, ClosedDay... closed) {
        ServiceCalendar.Builder calendar = ServiceCalendar.of(version, "Europe/Berlin", 2024, 2027);
        for (DayOfWeek day : EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)) {
            calendar.open(day, List.of(Window.parse(windows)));
        }
        for (ClosedDay day : closed) {
            calendar.closed(day);
        }
        return calendar.closed(StatutoryHolidays.saxony()).build();
    }

    private static Terms.PublishedCalendar office(ServiceCalendar calendar, Instant effective) {
        return new Terms.PublishedCalendar(Terms.OFFICE_HOURS, calendar, effective);
    }

    private static Terms.PublishedPolicy policy(int version, Duration target, Instant effective) {
        return policy(version, new Policy.Target(target, Terms.OFFICE_HOURS), effective);
    }

    private static Terms.PublishedPolicy policy(int version, Policy.Target target, Instant effective) {
        Map<Policy.Case, Policy.Target> targets = new HashMap<>();
        Policy.standard().targets().keySet().forEach(promised -> targets.put(promised, target));
        return new Terms.PublishedPolicy(new Policy(version, targets, 75), effective);
    }

    private static Promise promise(Instant at, Severity severity, Terms terms) {
        return Promise.firstResponse(at, RequestType.SUPPORT_REQUEST, severity, Lane.STANDARD, terms)
                .orElseThrow();
    }

    @Test
    void what_is_left_and_what_is_late_count_by_the_calendar_that_the_promise_counts_by() {
        Terms terms = FIRST.with(new Terms.PublishedCalendar(
                        "Evenings", calendar(2, "18:00-22:00"), MONDAY_AT_TEN.minusSeconds(1)))
                .with(policy(2, new Policy.Target(Duration.ofHours(2), "Evenings"), MONDAY_AT_TEN.minusSeconds(1)));
        Promise promise = promise(MONDAY_AT_TEN, Severity.LEVEL_2, terms);
        assertThat(promise.runsFrom(terms)).isEqualTo("2026-06-15T16:00:00Z");
        assertThat(promise.dueAt()).isEqualTo("2026-06-15T18:00:00Z");
        assertThat(promise.timeLeft(MONDAY_AT_NOON, terms)).isEqualTo(Duration.ofHours(2));
        assertThat(promise.overdueBy(MONDAY_AT_NOON, terms)).isZero();
        assertThat(promise.overdueBy(Instant.parse("2026-06-16T08:00:00Z"), terms))
                .isEqualTo(Duration.ofHours(2));
    }

    @Test
    void used_time_stays_used_and_the_rest_runs_under_the_new_calendar() {
        Terms later = FIRST.with(office(calendar(2, "13:00-17:00"), MONDAY_AT_NOON));
        Promise moved = promise(MONDAY_AT_TEN, Severity.LEVEL_2, FIRST).republished(MONDAY_AT_NOON, later);
        // two hours are used by noon, the other two run from 13:00
        assertThat(moved.dueAt()).isEqualTo("2026-06-15T13:00:00Z");
        assertThat(moved.calendarVersion()).isEqualTo(2);
        assertThat(moved.target()).isEqualTo(Duration.ofHours(4));
    }

    @Test
    void what_is_left_runs_under_the_new_target() {
        Terms later = FIRST.with(policy(2, Duration.ofHours(6), MONDAY_AT_NOON));
        Promise moved = promise(MONDAY_AT_TEN, Severity.LEVEL_2, FIRST).republished(MONDAY_AT_NOON, later);
        assertThat(moved.dueAt()).isEqualTo(MONDAY_AT_TEN.plus(Duration.ofHours(6)));
        assertThat(moved.target()).isEqualTo(Duration.ofHours(6));
    }

    @Test
    void a_target_that_was_used_up_before_it_came_is_due_when_it_comes() {
        Terms later = FIRST.with(policy(2, Duration.ofHours(1), MONDAY_AT_NOON));
        Promise moved = promise(MONDAY_AT_TEN, Severity.LEVEL_2, FIRST).republished(MONDAY_AT_NOON, later);
        assertThat(moved.dueAt()).isEqualTo(MONDAY_AT_NOON);
        Receipt receipt = Receipt.of(moved, later);
        assertThat(receipt.counted()).isEqualTo(receipt.promised()).isEqualTo(Duration.ofHours(1));
        assertThat(receipt.lines().getLast()).isInstanceOf(Receipt.Republished.class);
    }

    @Test
    void a_version_that_comes_at_the_due_time_itself_is_not_in_the_receipt() {
        Instant due = promise(MONDAY_AT_TEN, Severity.LEVEL_2, FIRST).dueAt();
        Terms later = FIRST.with(policy(2, Duration.ofHours(30), due));
        Receipt receipt = Receipt.of(promise(MONDAY_AT_TEN, Severity.LEVEL_2, later), later);
        assertThat(receipt.dueAt()).isEqualTo(due);
        assertThat(receipt.lines()).hasOnlyElementsOfType(Receipt.Counted.class);
        assertThat(receipt.policyVersion()).isEqualTo(1);
    }

    @Test
    void a_version_that_comes_later_moves_only_what_is_due_after_it() {
        Terms later = FIRST.with(policy(2, Duration.ofHours(30), Instant.parse("2026-06-16T08:00:00Z")));
        Promise today = promise(MONDAY_AT_TEN, Severity.LEVEL_2, FIRST);
        assertThat(today.republished(MONDAY_AT_NOON, later)).isSameAs(today);
        assertThat(promise(MONDAY_AT_TEN, Severity.LEVEL_2, later).dueAt()).isEqualTo(today.dueAt());
        Promise longer = promise(MONDAY_AT_TEN, Severity.LEVEL_4, FIRST);
        assertThat(longer.republished(MONDAY_AT_NOON, later).dueAt()).isAfter(longer.dueAt());
    }

    @Test
    void a_verdict_and_an_overdue_promise_are_not_moved() {
        Terms later = FIRST.with(policy(2, Duration.ofHours(100), MONDAY_AT_NOON));
        Promise kept = promise(MONDAY_AT_TEN, Severity.LEVEL_2, FIRST).done(MONDAY_AT_TEN.plusSeconds(60));
        assertThat(kept.republished(MONDAY_AT_NOON, later)).isSameAs(kept);
        Promise overdue = promise(MONDAY_AT_TEN, Severity.LEVEL_1, FIRST);
        assertThat(overdue.republished(MONDAY_AT_NOON, later)).isSameAs(overdue);
    }

    @Test
    void what_is_promised_is_not_taken_back() {
        Terms later = FIRST.with(new Terms.PublishedPolicy(new Policy(2, Map.of(), 75), MONDAY_AT_NOON));
        Promise promise = promise(MONDAY_AT_TEN, Severity.LEVEL_2, FIRST);
        assertThat(promise.republished(MONDAY_AT_NOON, later)).isSameAs(promise);
        assertThat(Promise.firstResponse(
                        MONDAY_AT_NOON, RequestType.SUPPORT_REQUEST, Severity.LEVEL_2, Lane.STANDARD, later))
                .isEmpty();
    }

    @Test
    void a_policy_may_count_by_another_calendar() {
        ServiceCalendar.Builder always = ServiceCalendar.of(2, "Europe/Berlin", 2024, 2027);
        for (DayOfWeek day : DayOfWeek.values()) {
            always.open(day, List.of(Window.parse("00:00-24:00")));
        }
        Terms terms = FIRST.with(new Terms.PublishedCalendar("Round the clock", always.build(), MONDAY_AT_TEN))
                .with(policy(2, new Policy.Target(Duration.ofHours(2), "Round the clock"), MONDAY_AT_TEN));
        Instant night = Instant.parse("2026-06-15T22:00:00Z");
        assertThat(promise(night, Severity.LEVEL_1, terms).dueAt()).isEqualTo(night.plusSeconds(7200));
        assertThat(terms.at(night).calendar().version()).isEqualTo(1);
    }

    @Test
    void a_warning_that_was_given_comes_again_only_if_its_time_is_still_to_come() {
        Promise warned = promise(MONDAY_AT_TEN, Severity.LEVEL_2, FIRST).lookedAt(MONDAY_AT_TEN.plusSeconds(3 * 3600));
        Instant soon = MONDAY_AT_TEN.plusSeconds(3 * 3600 + 60);
        Terms little = FIRST.with(policy(2, Duration.ofMinutes(241), soon));
        assertThat(warned.republished(soon, little).warnedAt()).isNotNull();
        Terms much = FIRST.with(policy(2, Duration.ofHours(8), soon));
        assertThat(warned.republished(soon, much).warnedAt()).isNull();
    }

    @Test
    void what_does_not_follow_is_refused() {
        Terms later = FIRST.with(policy(2, Duration.ofHours(6), MONDAY_AT_NOON));
        assertThatExceptionOfType(RefusedTerms.class)
                .isThrownBy(() -> later.with(policy(2, Duration.ofHours(6), MONDAY_AT_NOON)));
        assertThatExceptionOfType(RefusedTerms.class)
                .isThrownBy(() -> later.with(policy(3, Duration.ofHours(6), MONDAY_AT_TEN)));
        assertThatExceptionOfType(RefusedTerms.class)
                .isThrownBy(
                        () -> later.with(policy(3, new Policy.Target(Duration.ofHours(6), "Nowhere"), MONDAY_AT_NOON)));
        assertThatExceptionOfType(RefusedTerms.class)
                .isThrownBy(() -> new Policy.Target(Duration.ZERO, Terms.OFFICE_HOURS));
        assertThatExceptionOfType(RefusedTerms.class)
                .isThrownBy(() -> new Policy.Target(Duration.ofMillis(1500), Terms.OFFICE_HOURS));
    }

    static LongStream seeds() {
        return GeneratedCalendar.seeds();
    }

    /** Several publications at chance, before, while and after a promise runs. */
    private static Terms published(SplittableRandom random, Instant around) {
        Terms terms = FIRST;
        Instant effective = around.minus(Duration.ofDays(3));
        for (int i = 0; i < 4; i++) {
            effective = effective.plusSeconds(random.nextInt(3 * 24 * 3600));
            if (random.nextBoolean()) {
                terms = terms.with(
                        policy(terms.policyVersion() + 1, Duration.ofMinutes(1 + random.nextInt(3000)), effective));
            } else {
                LocalDate closed =
                        around.atZone(java.time.ZoneOffset.UTC).toLocalDate().plusDays(random.nextInt(9));
                terms = terms.with(office(
                        calendar(
                                terms.calendarVersion() + 1,
                                "0%d:00-1%d:30".formatted(random.nextInt(10), random.nextInt(10)),
                                new ClosedDay(closed, "Closure", ClosedDay.Kind.COMPANY, "the lead")),
                        effective));
            }
        }
        return terms;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void receipts_add_up_whatever_was_published_on_the_way(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Instant at = Instant.parse("2025-01-01T00:00:00Z").plusMillis(random.nextLong(700L * 24 * 3600 * 1000));
        Terms terms = published(random, at);
        Promise promise = promise(at, Severity.LEVEL_4, terms);
        Receipt receipt = Receipt.of(promise, terms);
        assertThat(receipt.counted()).isEqualTo(promise.target()).isEqualTo(receipt.promised());
        assertThat(promise.course(terms).elapsed(at, promise.dueAt())).isGreaterThanOrEqualTo(promise.target());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void to_follow_one_publication_after_another_comes_to_the_same_as_to_know_them_all(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Instant at = Instant.parse("2025-01-01T00:00:00Z").plusMillis(random.nextLong(700L * 24 * 3600 * 1000));
        Terms all = published(random, at);
        Promise followed = promise(at, Severity.LEVEL_4, all.upTo(1, 1));
        for (int policy = 1, calendar = 1; policy < all.policyVersion() || calendar < all.calendarVersion(); ) {
            boolean nextIsPolicy = calendar == all.calendarVersion()
                    || policy < all.policyVersion()
                            && all.policies()
                                    .get(policy)
                                    .effective()
                                    .isBefore(all.calendars().get(calendar).effective());
            policy += nextIsPolicy ? 1 : 0;
            calendar += nextIsPolicy ? 0 : 1;
            followed = followed.republished(at, all.upTo(policy, calendar));
        }
        assertThat(followed.dueAt())
                .isEqualTo(promise(at, Severity.LEVEL_4, all).dueAt());
    }

    @Test
    void what_was_published_first_is_in_force_before_it_as_well() {
        Terms terms = Terms.of(
                List.of(office(calendar(1, "13:00-17:00"), MONDAY_AT_NOON)),
                List.of(policy(1, Duration.ofHours(2), MONDAY_AT_NOON)));
        assertThat(terms.at(MONDAY_AT_TEN).policy().version()).isEqualTo(1);
        assertThat(terms.at(MONDAY_AT_TEN).calendar().version()).isEqualTo(1);
        assertThatExceptionOfType(RefusedTerms.class)
                .isThrownBy(() -> terms.calendarAt("Nowhere", MONDAY_AT_TEN))
                .withMessageContaining("Nowhere");
    }

    @Test
    void the_next_number_is_named_to_those_who_publish_another() {
        assertThatExceptionOfType(RefusedTerms.class)
                .isThrownBy(() -> FIRST.with(policy(5, Duration.ofHours(6), MONDAY_AT_NOON)))
                .withMessage("Policy version 2 comes next, not 5");
        assertThatExceptionOfType(RefusedTerms.class)
                .isThrownBy(() -> FIRST.with(office(calendar(5, "13:00-17:00"), MONDAY_AT_NOON)))
                .withMessage("Calendar version 2 comes next, not 5");
    }

    @Test
    void a_version_of_a_calendar_follows_its_own_versions_and_not_those_of_others() {
        Terms later = FIRST.with(office(calendar(2, "13:00-17:00"), MONDAY_AT_NOON));
        assertThatExceptionOfType(RefusedTerms.class)
                .isThrownBy(() -> later.with(office(calendar(3, "13:00-17:00"), MONDAY_AT_TEN)));
        Terms both = later.with(new Terms.PublishedCalendar("Evenings", calendar(3, "18:00-22:00"), MONDAY_AT_TEN));
        assertThat(both.names()).containsExactly(Terms.OFFICE_HOURS, "Evenings");
        assertThat(both.newest(Terms.OFFICE_HOURS).orElseThrow().calendar().version())
                .isEqualTo(2);
        assertThat(both.newest("Nowhere")).isEmpty();
        assertThat(both.earliestNext(Instant.EPOCH)).isEqualTo(MONDAY_AT_NOON);
    }

    @Test
    void the_newest_versions_can_be_had_as_if_they_had_always_been_in_force() {
        Terms newest = FIRST.with(office(calendar(2, "13:00-17:00"), MONDAY_AT_NOON))
                .with(new Terms.PublishedCalendar("Evenings", calendar(3, "18:00-22:00"), MONDAY_AT_NOON))
                .with(policy(2, Duration.ofHours(6), MONDAY_AT_NOON))
                .newestAlways();
        assertThat(newest.calendars())
                .extracting(one -> one.calendar().version(), Terms.PublishedCalendar::effective)
                .containsExactly(tuple(2, Instant.EPOCH), tuple(3, Instant.EPOCH));
        assertThat(newest.at(MONDAY_AT_TEN).policy().version()).isEqualTo(2);
    }

    @Test
    void terms_as_they_were_know_nothing_of_later_versions() {
        Terms later = FIRST.with(office(calendar(2, "13:00-17:00"), MONDAY_AT_NOON))
                .with(policy(2, Duration.ofHours(6), MONDAY_AT_NOON));
        assertThat(later.upTo(2, 2)).isSameAs(later);
        assertThat(later.upTo(1, 2).policies()).hasSize(1);
        assertThat(later.upTo(1, 2).calendars()).hasSize(2);
        assertThat(later.upTo(2, 1).policies()).hasSize(2);
        assertThat(later.upTo(2, 1).calendars()).hasSize(1);
    }

    @Test
    void the_time_left_counts_each_part_by_the_calendar_that_it_runs_under() {
        Terms later = FIRST.with(office(calendar(2, "13:00-17:00"), MONDAY_AT_NOON));
        Promise promise = promise(MONDAY_AT_TEN, Severity.LEVEL_2, later);
        assertThat(promise.dueAt()).isEqualTo("2026-06-15T13:00:00Z");
        assertThat(promise.timeLeft(MONDAY_AT_TEN.plusSeconds(1800), later)).isEqualTo(Duration.ofMinutes(210));
    }

    @Test
    void a_policy_that_only_warns_earlier_moves_the_warning() {
        Map<Policy.Case, Policy.Target> same = Policy.standard().targets();
        Terms later = FIRST.with(new Terms.PublishedPolicy(new Policy(2, same, 50), MONDAY_AT_TEN.plusSeconds(60)));
        Promise promise = promise(MONDAY_AT_TEN, Severity.LEVEL_2, later);
        assertThat(promise.warnAt()).isEqualTo(MONDAY_AT_NOON);
        assertThat(Receipt.of(promise, later).lines()).hasAtLeastOneElementOfType(Receipt.Republished.class);
    }

    @Test
    void a_version_that_changes_nothing_of_a_promise_leaves_no_line() {
        Map<Policy.Case, Policy.Target> same = Policy.standard().targets();
        Terms later = FIRST.with(new Terms.PublishedPolicy(new Policy(2, same, 75), MONDAY_AT_NOON));
        Promise promise = promise(MONDAY_AT_TEN, Severity.LEVEL_2, later);
        assertThat(Receipt.of(promise, later).lines()).hasOnlyElementsOfType(Receipt.Counted.class);
    }

    @Test
    void closed_days_until_a_target_comes_that_is_used_up_already_are_named() {
        Instant fridayAtTen = Instant.parse("2026-06-19T08:00:00Z");
        Instant sundayAtNoon = Instant.parse("2026-06-21T10:00:00Z");
        Terms later = FIRST.with(policy(2, Duration.ofHours(7), sundayAtNoon));
        Promise promise = promise(fridayAtTen, Severity.LEVEL_4, later);
        assertThat(promise.dueAt()).isEqualTo(sundayAtNoon);
        assertThat(Receipt.of(promise, later).lines())
                .hasExactlyElementsOfTypes(Receipt.Counted.class, Receipt.Closed.class, Receipt.Republished.class);
    }

    @Test
    void a_target_that_was_used_up_comes_with_a_receipt_even_after_the_last_opening_that_is_known() {
        Instant lastMorning = Instant.parse("2027-12-31T09:00:00Z");
        Instant lastEvening = Instant.parse("2027-12-31T16:30:00Z");
        Terms terms = Terms.of(
                List.of(office(calendar(1, "09:00-17:00"), Instant.EPOCH)),
                List.of(policy(1, Duration.ofHours(8), Instant.EPOCH), policy(2, Duration.ofHours(6), lastEvening)));
        Promise promise = promise(lastMorning, Severity.LEVEL_4, terms);
        assertThat(promise.dueAt()).isEqualTo(lastEvening);
        Receipt receipt = Receipt.of(promise, terms);
        assertThat(receipt.counted()).isEqualTo(Duration.ofHours(6));
        assertThat(receipt.lines()).hasExactlyElementsOfTypes(Receipt.Counted.class, Receipt.Republished.class);
    }
}
