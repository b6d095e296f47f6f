package support.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import support.sla.Terms;

/** What a calendar refuses (docs/sla.md, rule 4), and the errors that others have made. */
class ServiceCalendarTest {
    private static final Duration EIGHT_HOURS = Duration.ofHours(8);
    private static final BusinessHours OFFICE = Terms.standard().calendar().hours();

    private static ServiceCalendar.Builder berlin() {
        return ServiceCalendar.of(1, "Europe/Berlin", 2024, 2028);
    }

    private static List<Window> windows(String... texts) {
        return Arrays.stream(texts).map(Window::parse).toList();
    }

    @Test
    void a_calendar_that_never_opens_is_refused() {
        assertThatExceptionOfType(RefusedCalendar.class)
                .isThrownBy(() -> berlin().build())
                .withMessageContaining("opens at some time");
    }

    @Test
    void overlapping_windows_are_refused_by_name() {
        assertThatExceptionOfType(RefusedCalendar.class)
                .isThrownBy(() -> berlin().open(DayOfWeek.MONDAY, windows("09:00-13:00", "12:00-17:00")))
                .withMessageContaining("09:00-13:00 and 12:00-17:00");
    }

    @Test
    void a_close_before_its_open_and_an_unknown_zone_are_refused() {
        assertThatExceptionOfType(RefusedCalendar.class).isThrownBy(() -> Window.parse("17:00-09:00"));
        assertThatExceptionOfType(RefusedCalendar.class)
                .isThrownBy(() -> ServiceCalendar.of(1, "Europe/Dresden", 2024, 2025))
                .withMessageContaining("Europe/Dresden");
    }

    @Test
    void a_question_beyond_the_known_closed_days_is_refused() {
        assertThatExceptionOfType(OutsideCalendar.class)
                .isThrownBy(() -> OFFICE.deadline(Instant.parse("2100-01-01T00:00:00Z"), EIGHT_HOURS));
        assertThatExceptionOfType(OutsideCalendar.class)
                .isThrownBy(() -> OFFICE.deadline(Instant.parse("2045-12-29T10:00:00Z"), Duration.ofHours(400)));
    }

    @Test
    void time_that_ends_exactly_at_the_close_is_due_at_the_close() {
        assertThat(OFFICE.deadline(Instant.parse("2026-06-15T07:00:00Z"), EIGHT_HOURS))
                .isEqualTo("2026-06-15T15:00:00Z");
    }

    @Test
    void a_start_on_a_holiday_counts_from_the_next_opening() {
        assertThat(OFFICE.deadline(Instant.parse("2026-10-31T09:00:00Z"), Duration.ofHours(1)))
                .isEqualTo("2026-11-02T09:00:00Z");
    }

    @Test
    void the_offset_of_the_due_time_is_used_not_that_of_the_request() {
        // Friday in summer time, Monday in winter time
        assertThat(OFFICE.deadline(Instant.parse("2026-10-23T14:30:00Z"), Duration.ofHours(1)))
                .isEqualTo("2026-10-26T08:30:00Z");
    }

    @Test
    void a_day_until_24_00_is_not_a_minute_short() {
        BusinessHours hours =
                berlin().open(DayOfWeek.MONDAY, windows("00:00-24:00")).build().hours();
        assertThat(hours.elapsed(Instant.parse("2026-06-14T22:00:00Z"), Instant.parse("2026-06-15T22:00:00Z")))
                .isEqualTo(Duration.ofHours(24));
    }

    @Test
    void a_night_shift_that_touches_midnight_is_one_opening() {
        BusinessHours hours = berlin().open(DayOfWeek.MONDAY, windows("22:00-24:00"))
                .open(DayOfWeek.TUESDAY, windows("00:00-06:00"))
                .build()
                .hours();
        assertThat(hours.nextClosing(Instant.parse("2026-06-15T20:30:00Z")))
                .contains(Instant.parse("2026-06-16T04:00:00Z"));
    }

    @Test
    void a_lunch_break_does_not_count() {
        BusinessHours hours = berlin().open(DayOfWeek.MONDAY, windows("09:00-12:00", "13:00-17:00"))
                .build()
                .hours();
        assertThat(hours.deadline(Instant.parse("2026-06-15T09:30:00Z"), Duration.ofHours(1)))
                .isEqualTo("2026-06-15T11:30:00Z");
    }

    @Test
    void the_day_of_change_counts_the_hours_that_pass() {
        BusinessHours hours =
                berlin().open(DayOfWeek.SUNDAY, windows("00:00-06:00")).build().hours();
        assertThat(hours.elapsed(Instant.parse("2026-03-28T12:00:00Z"), Instant.parse("2026-03-29T12:00:00Z")))
                .isEqualTo(Duration.ofHours(5));
        assertThat(hours.elapsed(Instant.parse("2026-10-24T12:00:00Z"), Instant.parse("2026-10-25T12:00:00Z")))
                .isEqualTo(Duration.ofHours(7));
    }

    @Test
    void an_opening_that_is_years_away_is_found() {
        BusinessHours hours = berlin().changed(LocalDate.of(2028, 2, 29), windows("09:00-10:00"))
                .build()
                .hours();
        assertThat(hours.deadline(Instant.parse("2024-01-01T12:00:00Z"), Duration.ofHours(1)))
                .isEqualTo("2028-02-29T09:00:00Z");
        assertThatExceptionOfType(NeverOpens.class)
                .isThrownBy(() -> hours.deadline(Instant.parse("2024-01-01T12:00:00Z"), Duration.ofHours(2)));
    }

    @Test
    void a_fraction_of_a_second_is_never_rounded_up() {
        assertThat(OFFICE.deadline(Instant.parse("2026-06-15T08:00:00.000001Z"), Duration.ofHours(1)))
                .isEqualTo("2026-06-15T09:00:00.000001Z");
    }
}
