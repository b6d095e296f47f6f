package support.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What people write down to make a calendar: a zone, weekly windows, whose holidays it keeps, and days of its own.
 *
 * @param country two letters in lower case; empty where no statutory holidays are kept
 * @param state as the library of holidays names it; empty for those of the whole country
 * @param closures days on which the company closes
 * @param changedDays days with windows of their own; one that is closed as well stays closed
 */
public record CalendarPlan(
        String zone,
        Map<DayOfWeek, List<Window>> week,
        String country,
        String state,
        List<Closure> closures,
        List<ChangedDay> changedDays) {

    /** A day on which the company closes. */
    public record Closure(LocalDate date, String name) {}

    /** A day with windows of its own; with none it is closed. */
    public record ChangedDay(LocalDate date, String name, List<Window> windows) {
        public ChangedDay {
            windows = List.copyOf(windows);
        }
    }

    /** Holidays further ahead are not for us to guess. */
    public static final int FIRST_YEAR = 2015;

    public static final int LAST_YEAR = 2045;

    private static final int MOST_DAYS = 1000;

    /** @throws RefusedCalendar when it has more days of its own than anyone can look over */
    public CalendarPlan {
        Map<DayOfWeek, List<Window>> copy = new EnumMap<>(DayOfWeek.class);
        week.forEach((day, windows) -> copy.put(day, List.copyOf(windows)));
        week = copy;
        closures = List.copyOf(closures);
        changedDays = List.copyOf(changedDays);
        if (closures.size() + changedDays.size() > MOST_DAYS) {
            throw new RefusedCalendar("A calendar has at most " + MOST_DAYS
                    + " closed and changed days of its own, not " + (closures.size() + changedDays.size()));
        }
    }

    /** Monday to Friday 09:00 to 17:00 in Berlin, with the holidays of Saxony (docs/sla.md, rule 5). */
    public static CalendarPlan officeHours() {
        Map<DayOfWeek, List<Window>> week = new EnumMap<>(DayOfWeek.class);
        EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)
                .forEach(day -> week.put(day, List.of(Window.parse("09:00-17:00"))));
        return new CalendarPlan("Europe/Berlin", week, "de", "sn", List.of(), List.of());
    }

    /**
     * The statutory holidays that the plan keeps, for all its years: to be kept with a version, so that a later edition
     * of the library changes nothing of the past.
     *
     * @throws RefusedCalendar when there is no such place
     */
    public List<ClosedDay> statutory() {
        if (country.isEmpty()) {
            return List.of();
        }
        Holidays holidays = StatutoryHolidays.of(country, state);
        return IntStream.rangeClosed(FIRST_YEAR, LAST_YEAR)
                .mapToObj(year -> holidays.of(Year.of(year)))
                .flatMap(List::stream)
                .toList();
    }

    /**
     * The calendar of this plan.
     *
     * @param statutory what {@link #statutory()} was when the version was made
     * @throws RefusedCalendar when there is no such zone, windows overlap, a day lies beyond the years of calendars or is
     *     changed twice, or it never opens
     */
    public ServiceCalendar build(int version, List<ClosedDay> statutory) {
        ServiceCalendar.Builder calendar = ServiceCalendar.of(version, zone, FIRST_YEAR, LAST_YEAR);
        week.forEach(calendar::open);
        statutory.forEach(calendar::closed);
        for (Closure closure : closures) {
            calendar.closed(new ClosedDay(within(closure.date), closure.name, ClosedDay.Kind.COMPANY, ""));
        }
        Set<LocalDate> changed = new HashSet<>();
        for (ChangedDay day : changedDays) {
            if (!changed.add(day.date)) {
                throw new RefusedCalendar("A day is changed once, not twice: " + day.date);
            }
            calendar.changed(within(day.date), day.windows);
        }
        return calendar.build();
    }

    private static LocalDate within(LocalDate date) {
        if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
            throw new RefusedCalendar(
                    "A day of a calendar lies between " + FIRST_YEAR + " and " + LAST_YEAR + ", not on " + date);
        }
        return date;
    }
}
