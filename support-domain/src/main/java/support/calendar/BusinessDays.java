package support.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * The business days of a calendar, numbered from 0 in order: the local dates on which the desk opens at least once. A
 * night that is open belongs to the date on which it began to be.
 */
public final class BusinessDays {
    /** The first opening on each date, in nanoseconds since 1970. */
    private final long[] begins;

    private final Index byInstant;

    /** @param opens all openings in order, in nanoseconds since 1970 */
    BusinessDays(ServiceCalendar calendar, long[] opens) {
        long[] firsts = new long[opens.length];
        int n = 0;
        LocalDate last = LocalDate.MIN;
        for (long open : opens) {
            LocalDate date = LocalDate.ofInstant(Nanos.instant(open), calendar.zone());
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

    /** The day for which an open instant counts: the one that began last. */
    public int of(Instant open) {
        return byInstant.firstAfter(Nanos.of(open)) - 1;
    }

    /** When the desk opens on a day for the first time. */
    public Instant begin(int day) {
        return Nanos.instant(begins[day]);
    }
}
