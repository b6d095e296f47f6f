package support.calendar;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A zone, weekly windows, closed days and changed days: immutable and versioned. It says what it is for a span of whole
 * years, those whose closed days are known, and nothing beyond.
 */
public final class ServiceCalendar {
    private final int version;
    private final ZoneId zone;
    private final int firstYear;
    private final int lastYear;
    private final Map<DayOfWeek, List<Window>> week;
    /** In order, and quick to look up: receipts ask for many dates. */
    private final Map<LocalDate, List<ClosedDay>> closedDays;

    private final NavigableMap<LocalDate, List<Window>> changedDays;
    private final BusinessHours hours;
    private final BusinessDays businessDays;

    private ServiceCalendar(Builder builder) {
        version = builder.version;
        zone = builder.zone;
        firstYear = builder.firstYear;
        lastYear = builder.lastYear;
        week = new EnumMap<>(builder.week);
        closedDays = new LinkedHashMap<>(builder.closedDays);
        closedDays.replaceAll((date, days) -> List.copyOf(days));
        changedDays = new TreeMap<>(builder.changedDays);
        CompiledHours compiled = new CompiledHours(this);
        if (compiled.neverOpen()) {
            throw new RefusedCalendar("A calendar opens at some time: this one is never open in all its years");
        }
        hours = compiled;
        businessDays = compiled.days();
    }

    /**
     * A calendar for whole years of a zone.
     *
     * @throws RefusedCalendar when there is no such zone, the last year is before the first, or a year is beyond 1900
     *     to 2150
     */
    public static Builder of(int version, String zone, int firstYear, int lastYear) {
        return new Builder(version, zone, firstYear, lastYear);
    }

    public int version() {
        return version;
    }

    public ZoneId zone() {
        return zone;
    }

    /** The first year that it says anything about. */
    public int firstYear() {
        return firstYear;
    }

    /** The last year that it says anything about. */
    public int lastYear() {
        return lastYear;
    }

    Instant begin() {
        return LocalDate.of(firstYear, 1, 1).atStartOfDay(zone).toInstant();
    }

    Instant end() {
        return LocalDate.of(lastYear + 1, 1, 1).atStartOfDay(zone).toInstant();
    }

    /** What a search for open time that reaches the end of the calendar has found: none for good, or none known. */
    RuntimeException beyond(Instant start) {
        return week.isEmpty() ? new NeverOpens(start) : new OutsideCalendar(end(), this);
    }

    /**
     * What a search for an edge that reaches the end of the calendar has found: there is none for good, since no week
     * has one; else it is not known yet.
     */
    Optional<Instant> noEdgeAhead() {
        if (week.isEmpty() || Arrays.stream(DayOfWeek.values()).allMatch(day -> Window.fillDay(week(day)))) {
            return Optional.empty();
        }
        throw new OutsideCalendar(end(), this);
    }

    /** Answers in constant time, whatever the distance. */
    public BusinessHours hours() {
        return hours;
    }

    /** The dates on which the desk opens, numbered, so that they can be counted without a look at each. */
    public BusinessDays businessDays() {
        return businessDays;
    }

    /** Answers by watching the wall clock, step by step: what {@link #hours()} is measured against. */
    public BusinessHours specification() {
        return new WallClock(this);
    }

    /** The weekly windows of a day, in order; empty when the desk is closed on it every week. */
    public List<Window> week(DayOfWeek day) {
        return week.getOrDefault(day, List.of());
    }

    /** The windows of one local date, in order. */
    public List<Window> windows(LocalDate date) {
        if (closedDays.containsKey(date)) {
            return List.of();
        }
        List<Window> changed = changedDays.get(date);
        return changed != null ? changed : week(date.getDayOfWeek());
    }

    /** Why a date is closed though it is a day of the week on which the desk is open; empty when it is not. */
    public List<ClosedDay> closedDays(LocalDate date) {
        return closedDays.getOrDefault(date, List.of());
    }

    /** The closed days from a date on, in order. */
    public List<ClosedDay> closedDaysFrom(LocalDate date, int most) {
        return closedDays.values().stream()
                .flatMap(List::stream)
                .dropWhile(day -> day.date().isBefore(date))
                .limit(most)
                .toList();
    }

    /** The dates on which other windows count than in every week, in order; some of them may be closed as well. */
    public List<LocalDate> changedDays() {
        return List.copyOf(changedDays.keySet());
    }

    /** Puts a calendar together; each part is checked as it comes. */
    public static final class Builder {
        /** Far more than anyone promises by, and what 64 bits of nanoseconds hold. */
        private static final int EARLIEST_YEAR = 1900;

        private static final int LATEST_YEAR = 2150;

        private final int version;
        private final ZoneId zone;
        private final int firstYear;
        private final int lastYear;
        private final Map<DayOfWeek, List<Window>> week = new EnumMap<>(DayOfWeek.class);
        private final NavigableMap<LocalDate, List<ClosedDay>> closedDays = new TreeMap<>();
        private final Map<LocalDate, List<Window>> changedDays = new TreeMap<>();

        private Builder(int version, String zone, int firstYear, int lastYear) {
            if (lastYear < firstYear) {
                throw new RefusedCalendar("A calendar's last year is not before its first");
            }
            if (firstYear < EARLIEST_YEAR || lastYear > LATEST_YEAR) {
                throw new RefusedCalendar("A calendar's years lie between " + EARLIEST_YEAR + " and " + LATEST_YEAR);
            }
            this.version = version;
            this.zone = zone(zone);
            this.firstYear = firstYear;
            this.lastYear = lastYear;
        }

        private static ZoneId zone(String id) {
            try {
                return ZoneId.of(id);
            } catch (DateTimeException e) {
                throw new RefusedCalendar("There is no time zone " + id);
            }
        }

        /**
         * The windows of a day of every week, instead of those it had; none closes it.
         *
         * @throws RefusedCalendar when windows overlap
         */
        public Builder open(DayOfWeek day, List<Window> windows) {
            if (windows.isEmpty()) {
                week.remove(day);
            } else {
                week.put(day, inOrder(windows));
            }
            return this;
        }

        public Builder closed(ClosedDay day) {
            closedDays.computeIfAbsent(day.date(), date -> new ArrayList<>()).add(day);
            return this;
        }

        /** Closed on the holidays of every year of the calendar. */
        public Builder closed(Holidays holidays) {
            IntStream.rangeClosed(firstYear, lastYear)
                    .mapToObj(year -> holidays.of(Year.of(year)))
                    .flatMap(List::stream)
                    .forEach(this::closed);
            return this;
        }

        /** Other windows on one date; none closes it. A date that is closed as well stays closed. */
        public Builder changed(LocalDate date, List<Window> windows) {
            changedDays.put(date, inOrder(windows));
            return this;
        }

        /** @throws RefusedCalendar when the calendar never opens */
        public ServiceCalendar build() {
            return new ServiceCalendar(this);
        }

        private static List<Window> inOrder(List<Window> windows) {
            List<Window> ordered = windows.stream()
                    .sorted(Comparator.comparingInt(Window::openInclusive))
                    .toList();
            for (int i = 1; i < ordered.size(); i++) {
                if (ordered.get(i - 1).overlaps(ordered.get(i))) {
                    throw new RefusedCalendar(
                            "Windows of a day do not overlap: " + ordered.get(i - 1) + " and " + ordered.get(i));
                }
            }
            return ordered;
        }
    }
}
