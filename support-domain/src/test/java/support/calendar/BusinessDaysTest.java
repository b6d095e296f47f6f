package support.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class BusinessDaysTest {
    private static final Instant FIRST = Instant.parse("2024-01-01T09:00:00Z");

    /** Every Monday, from 1 January 2024 on. */
    private static ServiceCalendar.Builder mondays(String... windows) {
        return ServiceCalendar.of(1, "UTC", 2024, 2024)
                .open(
                        DayOfWeek.MONDAY,
                        List.of(windows).stream().map(Window::parse).toList());
    }

    @Test
    void a_day_with_a_lunch_break_is_one_day() {
        BusinessDays days = mondays("09:00-12:00", "13:00-17:00").build().businessDays();
        assertThat(days.before(FIRST)).isZero();
        assertThat(days.before(FIRST.plusNanos(1))).isEqualTo(1);
        assertThat(days.before(Instant.parse("2024-01-08T09:00:00Z"))).isEqualTo(1);
        assertThat(days.of(FIRST)).isZero();
        assertThat(days.of(Instant.parse("2024-01-01T13:00:00Z"))).isZero();
        assertThat(days.begin(1)).isEqualTo("2024-01-08T09:00:00Z");
    }

    @Test
    void a_closed_day_has_no_number() {
        BusinessDays days = mondays("09:00-17:00")
                .closed(new ClosedDay(LocalDate.of(2024, 1, 8), "move", ClosedDay.Kind.COMPANY, "us"))
                .build()
                .businessDays();
        assertThat(days.begin(1)).isEqualTo("2024-01-15T09:00:00Z");
    }

    @Test
    void a_night_counts_for_the_day_on_which_it_began() {
        BusinessDays days = mondays("22:00-24:00")
                .open(DayOfWeek.TUESDAY, List.of(Window.parse("00:00-06:00"), Window.parse("22:00-24:00")))
                .build()
                .businessDays();
        assertThat(days.of(Instant.parse("2024-01-02T02:00:00Z"))).isZero();
        assertThat(days.begin(1)).isEqualTo("2024-01-02T22:00:00Z");
    }

    @Test
    void a_day_that_begins_with_its_calendar_is_not_before_it() {
        BusinessDays days = mondays("00:00-24:00").build().businessDays();
        assertThat(days.before(Instant.parse("2024-01-01T00:00:00Z"))).isZero();
    }

    @Test
    void the_last_day_of_a_calendar_is_followed_by_none() {
        BusinessDays days = mondays("09:00-17:00").build().businessDays();
        assertThat(days.of(Instant.parse("2024-12-30T10:00:00Z"))).isEqualTo(52);
        assertThat(days.before(Instant.parse("2025-01-01T00:00:00Z"))).isEqualTo(53);
    }
}
