package support.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;

/**
 * The business days of a calendar, numbered from 0 in order: the local dates on which the desk opens at least once. A
 * night that is open belongs to the date on which it began to be.
 */
public final class BusinessDays {
    private final ZoneId zone;
    /** The first opening on each date, in nanoseconds since 1970. */
    private final long[] begins;

    private final Index byInstant;

    /** @param opens all openings in order, in nanoseconds since 1970 */
    BusinessDays(ServiceCalendar calendar, long[] opens) {
        zone = calendar.zone();
        long[] firsts = new long[opens.length];
        int n = 0;
        LocalDate last = LocalDate.MIN;
        for (long open : opens) {
            LocalDate date = date(Nanos.instant(open));
            if (date.isAfter(last)) {
                firsts[n++] = open;
                last = date;
            }
        }
        begins = Arrays.copyOf(firsts, n);
        byInstant = new Index(begins, Nanos.of(calendar.begin()), Nanos.of(calendar.end()));
    }

    /** How many days began before an instant, one within the years of the calendar. */
    public int before(Instant at) {
        return byInstant.firstNotBefore(Nanos.of(at));
    }

    /**
     * The day for which an open instant counts: that of its local date when the desk opens on that date, sooner or
     * later, else the day before, whose night it is part of.
     */
    public int of(Instant open) {
        int next = byInstant.firstAfter(Nanos.of(open));
        boolean opensAgain = next < begins.length && date(begin(next)).equals(date(open));
        return opensAgain ? next : next - 1;
    }

    /** When the desk opens on a day for the first time. */
    public Instant begin(int day) {
        return Nanos.instant(begins[day]);
    }

    private LocalDate date(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }
}
