package support.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What people may write down to make a calendar. */
class CalendarPlanTest {
    private static final LocalDate CHRISTMAS_EVE = LocalDate.of(2026, 12, 24);
    private static final CalendarPlan.ChangedDay HALF_DAY =
            new CalendarPlan.ChangedDay(CHRISTMAS_EVE, "Christmas Eve", List.of(Window.parse("09:00-12:00")));

    private static CalendarPlan plan(
            String country, String state, List<CalendarPlan.Closure> closures, List<CalendarPlan.ChangedDay> changed) {
        return new CalendarPlan(
                "Europe/Berlin",
                Map.of(DayOfWeek.THURSDAY, List.of(Window.parse("09:00-17:00"))),
                country,
                state,
                closures,
                changed);
    }

    private static void refused(ThrowingCallable making, String why) {
        assertThatExceptionOfType(RefusedCalendar.class).isThrownBy(making).withMessageContaining(why);
    }

    @Test
    void a_changed_day_has_its_own_windows_unless_the_company_closes() {
        CalendarPlan.Closure closure = new CalendarPlan.Closure(CHRISTMAS_EVE, "Between the years");
        assertThat(plan("", "", List.of(), List.of(HALF_DAY))
                        .build(1, List.of())
                        .windows(CHRISTMAS_EVE))
                .containsExactly(Window.parse("09:00-12:00"));
        assertThat(plan("", "", List.of(closure), List.of(HALF_DAY))
                        .build(1, List.of())
                        .windows(CHRISTMAS_EVE))
                .isEmpty();
    }

    @Test
    void the_holidays_are_those_of_the_place() {
        LocalDate repentance = LocalDate.of(2026, 11, 18);
        assertThat(plan("de", "sn", List.of(), List.of()).statutory())
                .filteredOn(day -> day.date().equals(repentance))
                .extracting(ClosedDay::source)
                .containsExactly("Jollyday 2.19.0: Germany, Saxony");
        assertThat(plan("de", "", List.of(), List.of()).statutory())
                .isNotEmpty()
                .noneMatch(day -> day.date().equals(repentance));
        assertThat(plan("", "", List.of(), List.of()).statutory()).isEmpty();
    }

    @Test
    void a_place_without_holidays_is_refused() {
        refused(() -> plan("xx", "", List.of(), List.of()).statutory(), "country xx");
        refused(() -> plan("de", "zz", List.of(), List.of()).statutory(), "state zz");
    }

    @Test
    void a_day_that_is_changed_twice_is_refused() {
        refused(() -> plan("", "", List.of(), List.of(HALF_DAY, HALF_DAY)).build(1, List.of()), "2026-12-24");
    }

    @Test
    void a_day_beyond_the_years_of_calendars_is_refused() {
        CalendarPlan.Closure far = new CalendarPlan.Closure(LocalDate.of(2046, 1, 1), "Far");
        refused(() -> plan("", "", List.of(far), List.of()).build(1, List.of()), "2046-01-01");
    }

    @Test
    void ten_thousand_closures_are_refused() {
        List<CalendarPlan.Closure> closures = IntStream.range(0, 10_000)
                .mapToObj(day -> new CalendarPlan.Closure(CHRISTMAS_EVE.plusDays(day), "Closed"))
                .toList();
        refused(() -> plan("", "", closures, List.of()), "10000");
    }

    private static List<CalendarPlan.Closure> closures(int days) {
        return IntStream.range(0, days)
                .mapToObj(day -> new CalendarPlan.Closure(CHRISTMAS_EVE.minusDays(day), "Closed"))
                .toList();
    }

    @Test
    void a_thousand_days_of_its_own_are_the_most() {
        assertThat(plan("", "", closures(999), List.of(HALF_DAY)).closures()).hasSize(999);
        refused(() -> plan("", "", closures(1000), List.of(HALF_DAY)), "not 1001");
    }

    @Test
    void the_first_and_the_last_day_of_all_calendars_may_be_closed() {
        List<CalendarPlan.Closure> closures = List.of(
                new CalendarPlan.Closure(LocalDate.of(2015, 1, 1), "First"),
                new CalendarPlan.Closure(LocalDate.of(2045, 12, 31), "Last"));
        ServiceCalendar calendar = plan("", "", closures, List.of()).build(1, List.of());
        assertThat(calendar.closedDays(LocalDate.of(2015, 1, 1))).hasSize(1);
        assertThat(calendar.closedDays(LocalDate.of(2045, 12, 31))).hasSize(1);
    }

    @Test
    void office_hours_are_kept_from_monday_to_friday_but_on_holidays_of_saxony() {
        CalendarPlan office = CalendarPlan.officeHours();
        ServiceCalendar calendar = office.build(1, office.statutory());
        assertThat(calendar.windows(LocalDate.of(2026, 11, 16))).containsExactly(Window.parse("09:00-17:00"));
        assertThat(calendar.windows(LocalDate.of(2026, 11, 18))).isEmpty();
        assertThat(calendar.windows(LocalDate.of(2026, 11, 21))).isEmpty();
    }
}
