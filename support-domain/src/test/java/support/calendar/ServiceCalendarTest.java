package support.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import de.focus_shift.jollyday.core.HolidayManager;
import java.io.IOException;
import java.io.InputStream;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import support.sla.Terms;

/** What a calendar refuses (docs/sla.md, rule 4), and the errors that others have made. */
class ServiceCalendarTest {
    private static final Duration EIGHT_HOURS = Duration.ofHours(8);
    private static final BusinessHours OFFICE =
            Terms.standard().calendars().getFirst().calendar().hours();

    private static ServiceCalendar.Builder berlin() {
        return ServiceCalendar.of(1, "Europe/Berlin", 2024, 2028);
    }

    private static List<Window> windows(String... texts) {
        return Arrays.stream(texts).map(Window::parse).toList();
    }

    private static ClosedDay closed(LocalDate date) {
        return new ClosedDay(date, "closed", ClosedDay.Kind.COMPANY, "the company");
    }

    static Stream<Function<ServiceCalendar, BusinessHours>> bothForms() {
        return Stream.of(ServiceCalendar::hours, ServiceCalendar::specification);
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

    @Test
    void a_calendar_whose_every_opening_is_closed_is_refused() {
        assertThatExceptionOfType(RefusedCalendar.class)
                .isThrownBy(() -> berlin().changed(LocalDate.of(2026, 12, 24), windows("09:00-12:00"))
                        .closed(closed(LocalDate.of(2026, 12, 24)))
                        .build());
    }

    @Test
    void years_that_no_promise_reaches_are_refused() {
        assertThatExceptionOfType(RefusedCalendar.class)
                .isThrownBy(() -> ServiceCalendar.of(1, "Europe/Berlin", 2024, 9999))
                .withMessageContaining("1900 and 2150");
        assertThatExceptionOfType(RefusedCalendar.class)
                .isThrownBy(() -> ServiceCalendar.of(1, "Europe/Berlin", 2025, 2024));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "9-17", "09:00", "09:00-25:00", "09:00-17:00-18:00", "09:00:00.5-17:00", "nine-five"})
    void a_window_that_cannot_be_read_is_refused_in_words(String text) {
        assertThatExceptionOfType(RefusedCalendar.class)
                .isThrownBy(() -> Window.parse(text))
                .withMessageContaining("09:00-17:00, not " + text);
    }

    @Test
    void a_calendar_stays_what_it_is_when_its_builder_goes_on() {
        LocalDate monday = LocalDate.of(2026, 6, 15);
        ServiceCalendar.Builder builder =
                berlin().open(DayOfWeek.MONDAY, windows("09:00-17:00")).closed(closed(monday));
        ServiceCalendar calendar = builder.build();
        builder.closed(closed(monday)).open(DayOfWeek.MONDAY, List.of());
        assertThat(calendar.closedDays(monday)).hasSize(1);
        assertThat(calendar.week(DayOfWeek.MONDAY)).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("bothForms")
    void the_next_edge_after_the_last_known_year_is_not_guessed(Function<ServiceCalendar, BusinessHours> form) {
        BusinessHours hours = form.apply(
                berlin().open(DayOfWeek.MONDAY, windows("09:00-17:00")).build());
        Instant newYearsEve = Instant.parse("2028-12-31T12:00:00Z");
        assertThatExceptionOfType(OutsideCalendar.class).isThrownBy(() -> hours.nextOpening(newYearsEve));
        assertThatExceptionOfType(OutsideCalendar.class).isThrownBy(() -> hours.nextClosing(newYearsEve));
    }

    @ParameterizedTest
    @MethodSource("bothForms")
    void a_desk_that_never_closes_has_no_next_closing(Function<ServiceCalendar, BusinessHours> form) {
        ServiceCalendar.Builder always = berlin();
        for (DayOfWeek day : DayOfWeek.values()) {
            always.open(day, windows("00:00-12:00", "12:00-24:00"));
        }
        BusinessHours hours = form.apply(always.build());
        assertThat(hours.nextClosing(Instant.parse("2026-06-15T12:00:00Z"))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("bothForms")
    void a_desk_without_a_week_has_no_next_opening_after_its_last_day(Function<ServiceCalendar, BusinessHours> form) {
        BusinessHours hours = form.apply(berlin().changed(LocalDate.of(2026, 12, 24), windows("09:00-12:00"))
                .build());
        Instant close = Instant.parse("2026-12-24T11:00:00Z");
        assertThat(hours.nextOpening(close.minusNanos(1))).contains(close.minusNanos(1));
        assertThat(hours.nextOpening(close)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("bothForms")
    void a_calendar_answers_up_to_its_last_instant_and_not_after(Function<ServiceCalendar, BusinessHours> form) {
        BusinessHours hours = form.apply(
                berlin().open(DayOfWeek.SUNDAY, windows("20:00-24:00")).build());
        Instant end = Instant.parse("2028-12-31T23:00:00Z");
        assertThat(hours.deadline(end.minusSeconds(3600), Duration.ofHours(1))).isEqualTo(end);
        assertThat(hours.isOpen(end)).isFalse();
        assertThatExceptionOfType(OutsideCalendar.class).isThrownBy(() -> hours.isOpen(end.plusNanos(1)));
        assertThatExceptionOfType(OutsideCalendar.class)
                .isThrownBy(() -> hours.elapsed(Instant.parse("2023-12-31T22:59:59Z"), end));
    }

    @Test
    void a_closed_day_is_a_date_of_the_zone_not_of_utc() {
        BusinessHours hours = ServiceCalendar.of(1, "Pacific/Auckland", 2024, 2028)
                .open(DayOfWeek.TUESDAY, windows("09:00-17:00"))
                .open(DayOfWeek.WEDNESDAY, windows("09:00-17:00"))
                .closed(closed(LocalDate.of(2026, 6, 16)))
                .build()
                .hours();
        // Tuesday 10:00 in Auckland is still Monday in UTC
        assertThat(hours.isOpen(Instant.parse("2026-06-15T22:00:00Z"))).isFalse();
        assertThat(hours.isOpen(Instant.parse("2026-06-16T22:00:00Z"))).isTrue();
    }

    @Test
    void a_pause_takes_business_time_alone_and_takes_it_once() {
        Instant friday = Instant.parse("2026-06-12T14:00:00Z");
        Instant mondayAtTen = Instant.parse("2026-06-15T08:00:00Z");
        List<Pause> overlapping = List.of(
                new Pause(friday.plusSeconds(1800), mondayAtTen), new Pause(friday.plusSeconds(900), mondayAtTen));
        // a quarter on Friday, the rest from Monday at ten
        assertThat(OFFICE.deadline(friday, Duration.ofHours(1), overlapping)).isEqualTo("2026-06-15T08:45:00Z");
        assertThat(OFFICE.elapsed(friday, mondayAtTen, overlapping)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void a_pause_without_an_end_leaves_no_due_time() {
        Instant at = Instant.parse("2026-06-15T08:00:00Z");
        assertThatExceptionOfType(NeverOpens.class)
                .isThrownBy(() -> OFFICE.deadline(at, Duration.ofHours(1), List.of(new Pause(at, null))));
    }

    @Test
    void time_does_not_run_backwards() {
        Instant at = Instant.parse("2026-06-15T08:00:00Z");
        assertThatIllegalArgumentException().isThrownBy(() -> OFFICE.elapsed(at, at.minusNanos(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> OFFICE.deadline(at, Duration.ofNanos(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Pause(at, at.minusNanos(1)));
    }

    @Test
    void the_source_of_a_holiday_names_the_version_that_is_in_use() throws IOException {
        Properties library = new Properties();
        try (InputStream in = HolidayManager.class.getResourceAsStream(
                "/META-INF/maven/de.focus-shift/jollyday-core/pom.properties")) {
            library.load(Objects.requireNonNull(in));
        }
        assertThat(StatutoryHolidays.saxony().of(Year.of(2026)))
                .allSatisfy(day -> assertThat(day.source())
                        .isEqualTo("Jollyday " + library.getProperty("version") + ": Germany, Saxony"));
    }

    private static ServiceCalendar always(String zone, int firstYear, int lastYear) {
        ServiceCalendar.Builder always = ServiceCalendar.of(1, zone, firstYear, lastYear);
        for (DayOfWeek day : DayOfWeek.values()) {
            always.open(day, windows("00:00-24:00"));
        }
        return always.build();
    }

    @ParameterizedTest
    @MethodSource("bothForms")
    void all_the_time_of_a_calendar_can_be_promised_and_no_more(Function<ServiceCalendar, BusinessHours> form) {
        BusinessHours sixties = form.apply(always("UTC", 1960, 1969));
        Instant begin = Instant.parse("1960-01-01T00:00:00Z");
        Duration all = Duration.between(begin, Instant.EPOCH);
        assertThat(sixties.isOpen(begin)).isTrue();
        assertThat(sixties.deadline(begin, all)).isEqualTo(Instant.EPOCH);
        assertThatExceptionOfType(OutsideCalendar.class).isThrownBy(() -> sixties.deadline(begin, all.plusNanos(1)));
    }

    @ParameterizedTest
    @MethodSource("bothForms")
    void every_question_from_outside_a_calendar_is_refused(Function<ServiceCalendar, BusinessHours> form) {
        BusinessHours sixties = form.apply(always("UTC", 1960, 1969));
        Instant before = Instant.parse("1959-12-31T23:59:59Z");
        Instant after = Instant.EPOCH.plusNanos(1);
        assertThatExceptionOfType(OutsideCalendar.class).isThrownBy(() -> sixties.deadline(before, EIGHT_HOURS));
        assertThatExceptionOfType(OutsideCalendar.class).isThrownBy(() -> sixties.elapsed(before, before));
        assertThatExceptionOfType(OutsideCalendar.class).isThrownBy(() -> sixties.elapsed(Instant.EPOCH, after));
        assertThatExceptionOfType(OutsideCalendar.class).isThrownBy(() -> sixties.nextOpening(after));
        assertThatExceptionOfType(OutsideCalendar.class).isThrownBy(() -> sixties.nextClosing(after));
    }

    @ParameterizedTest
    @MethodSource("bothForms")
    void what_is_beyond_a_calendar_is_not_known_even_if_no_week_opens(Function<ServiceCalendar, BusinessHours> form) {
        BusinessHours hours = form.apply(berlin().changed(LocalDate.of(2026, 12, 24), windows("09:00-12:00"))
                .build());
        assertThatExceptionOfType(OutsideCalendar.class)
                .isThrownBy(() -> hours.deadline(Instant.parse("2029-06-15T08:00:00Z"), EIGHT_HOURS));
    }

    @Test
    void time_that_a_calendar_does_not_hold_any_more_is_refused_however_little_it_is() {
        Instant lastClose = Instant.parse("2045-12-29T16:00:00Z");
        Instant start = Instant.parse("2045-12-29T08:00:00Z");
        assertThat(OFFICE.deadline(start, EIGHT_HOURS)).isEqualTo(lastClose);
        for (int hours = 9; hours < 100; hours++) {
            Duration time = Duration.ofHours(hours);
            assertThatExceptionOfType(OutsideCalendar.class).isThrownBy(() -> OFFICE.deadline(start, time));
        }
    }

    @Test
    void the_years_from_1900_to_2150_can_be_had() {
        ServiceCalendar calendar = ServiceCalendar.of(1, "Europe/Berlin", 1900, 2150)
                .open(DayOfWeek.MONDAY, windows("09:00-17:00"))
                .build();
        assertThat(calendar.firstYear()).isEqualTo(1900);
        assertThat(calendar.lastYear()).isEqualTo(2150);
    }

    @Test
    void closed_days_are_told_from_a_date_on_in_order_and_no_more_than_asked_for() {
        ServiceCalendar calendar = berlin().open(DayOfWeek.MONDAY, windows("09:00-17:00"))
                .closed(StatutoryHolidays.saxony())
                .build();
        assertThat(calendar.closedDaysFrom(LocalDate.of(2026, 12, 26), 3))
                .extracting(ClosedDay::date)
                .containsExactly(LocalDate.of(2026, 12, 26), LocalDate.of(2027, 1, 1), LocalDate.of(2027, 3, 26));
    }

    @Test
    void changed_days_are_told_in_order() {
        LocalDate eve = LocalDate.of(2026, 12, 24);
        assertThat(berlin().changed(eve.plusDays(7), windows("09:00-12:00"))
                        .changed(eve, windows("09:00-12:00"))
                        .build()
                        .changedDays())
                .containsExactly(eve, eve.plusDays(7));
    }

    @Test
    void a_window_of_no_length_is_refused() {
        assertThatExceptionOfType(RefusedCalendar.class)
                .isThrownBy(() -> Window.parse("09:05-09:05"))
                .withMessageContaining("09:05-09:05");
    }
}
