package support.publishing.web;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.YearMonth;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import support.calendar.CalendarPlan;
import support.calendar.ClosedDay;
import support.calendar.ServiceCalendar;
import support.calendar.Window;

/** A calendar to look at: the next two weeks as bars, a year with its closed days, the next change of the clocks. */
record CalendarView(
        ServiceCalendar calendar,
        List<Bar> fortnight,
        @Nullable ClockChange clockChange,
        int year,
        List<Page> months) {
    /** One day of the two weeks; the stretches are in hours since midnight by the wall clock. */
    record Bar(LocalDate date, List<Window> windows, List<Stretch> stretches, List<ClosedDay> closed) {
        record Stretch(double from, double length) {}
    }

    /**
     * The clocks change.
     *
     * @param before what the wall clock shows when it changes, and {@code after} what it shows then
     * @param open how long the desk is open on that day
     */
    record ClockChange(LocalDate date, LocalTime before, LocalTime after, Duration open) {}

    /** A month; weeks begin with Monday. */
    record Page(Month month, List<List<Day>> weeks) {}

    /** How a day of the year view looks, and why. */
    record Day(@Nullable LocalDate date, Kind kind, String name) {
        /** A day of another month. */
        static final Day NONE = new Day(null, Kind.NONE, "");

        enum Kind {
            NONE,
            OPEN,
            WEEKEND,
            STATUTORY,
            COMPANY,
            CHANGED
        }
    }

    private static final Set<Day.Kind> UNUSUAL = EnumSet.of(Day.Kind.STATUTORY, Day.Kind.COMPANY, Day.Kind.CHANGED);
    private static final int WEEK = DayOfWeek.values().length;
    private static final int FORTNIGHT = 14;
    private static final double HOUR = 3600;

    /** @param plan what the calendar was made of */
    static CalendarView of(ServiceCalendar calendar, CalendarPlan plan, Instant now, int year) {
        Map<LocalDate, String> changed = plan.changedDays().stream()
                .collect(Collectors.toMap(CalendarPlan.ChangedDay::date, CalendarPlan.ChangedDay::name));
        LocalDate today = now.atZone(calendar.zone()).toLocalDate();
        return new CalendarView(
                calendar,
                today.datesUntil(today.plusDays(FORTNIGHT))
                        .map(date -> bar(calendar, date))
                        .toList(),
                clockChange(calendar, now),
                year,
                Arrays.stream(Month.values())
                        .map(month -> page(calendar, changed, YearMonth.of(year, month)))
                        .toList());
    }

    private static Bar bar(ServiceCalendar calendar, LocalDate date) {
        List<Window> windows = calendar.windows(date);
        return new Bar(
                date,
                windows,
                windows.stream()
                        .map(one -> new Bar.Stretch(
                                one.openInclusive() / HOUR, (one.closeExclusive() - one.openInclusive()) / HOUR))
                        .toList(),
                calendar.closedDays(date));
    }

    private static @Nullable ClockChange clockChange(ServiceCalendar calendar, Instant now) {
        ZoneOffsetTransition next = calendar.zone().getRules().nextTransition(now);
        if (next == null) {
            return null;
        }
        LocalDate date = next.getDateTimeBefore().toLocalDate();
        if (date.getYear() > calendar.lastYear()) {
            return null;
        }
        Instant begin = date.atStartOfDay(calendar.zone()).toInstant();
        Instant end = date.plusDays(1).atStartOfDay(calendar.zone()).toInstant();
        return new ClockChange(
                date,
                next.getDateTimeBefore().toLocalTime(),
                next.getDateTimeAfter().toLocalTime(),
                calendar.hours().elapsed(begin, end));
    }

    private static Page page(ServiceCalendar calendar, Map<LocalDate, String> changed, YearMonth month) {
        List<Day> days = new ArrayList<>(
                Collections.nCopies(month.atDay(1).getDayOfWeek().ordinal(), Day.NONE));
        month.atDay(1)
                .datesUntil(month.atEndOfMonth().plusDays(1))
                .map(date -> day(calendar, changed, date))
                .forEach(days::add);
        List<List<Day>> weeks = new ArrayList<>();
        for (int from = 0; from < days.size(); from += WEEK) {
            weeks.add(days.subList(from, Math.min(from + WEEK, days.size())));
        }
        return new Page(month.getMonth(), weeks);
    }

    private static Day day(ServiceCalendar calendar, Map<LocalDate, String> changed, LocalDate date) {
        List<ClosedDay> closed = calendar.closedDays(date);
        if (!closed.isEmpty()) {
            Day.Kind kind =
                    closed.getFirst().kind() == ClosedDay.Kind.STATUTORY ? Day.Kind.STATUTORY : Day.Kind.COMPANY;
            return new Day(date, kind, closed.getFirst().name());
        }
        String name = changed.get(date);
        if (name != null) {
            return new Day(date, Day.Kind.CHANGED, name);
        }
        return new Day(date, calendar.windows(date).isEmpty() ? Day.Kind.WEEKEND : Day.Kind.OPEN, "");
    }

    /** The days of the year that are no usual ones, in words. */
    public List<Day> unusual() {
        return months.stream()
                .flatMap(month -> month.weeks().stream())
                .flatMap(List::stream)
                .filter(day -> UNUSUAL.contains(day.kind()))
                .toList();
    }
}
