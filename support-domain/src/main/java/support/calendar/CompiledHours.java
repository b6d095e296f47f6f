package support.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * The fast form: all openings of the calendar's years as sorted arrays, with the business time up to the end of each.
 * Two indexes lead from an instant, and from an amount of business time, to within a step or two of the opening in
 * question, so that the distance between start and deadline costs nothing. What is open is taken from the
 * {@link WallClock} once; only the looking-up is another.
 *
 * <p>All numbers are nanoseconds, since 1970 or of business time.
 */
final class CompiledHours implements BusinessHours {
    private final ServiceCalendar calendar;
    private final long begin;
    private final long end;
    private final long[] opens;
    private final long[] closes;
    /** Business time from the calendar's begin to the close of each opening. */
    private final long[] used;

    private final Index byInstant;
    private final Index byUse;

    CompiledHours(ServiceCalendar calendar) {
        this.calendar = calendar;
        this.begin = Nanos.of(calendar.begin());
        this.end = Nanos.of(calendar.end());
        long[][] openings = openings(calendar);
        opens = openings[0];
        closes = openings[1];
        used = new long[opens.length];
        long sum = 0;
        for (int i = 0; i < opens.length; i++) {
            sum += closes[i] - opens[i];
            used[i] = sum;
        }
        byInstant = new Index(closes, begin, end);
        byUse = new Index(used, 0, sum);
    }

    private static long[][] openings(ServiceCalendar calendar) {
        WallClock clock = new WallClock(calendar);
        long[] opens = new long[64];
        long[] closes = new long[64];
        int n = 0;
        Instant end = calendar.end();
        for (Instant at = calendar.begin(); at.isBefore(end); ) {
            Instant edge = clock.edgeAfter(at);
            if (clock.isOpen(at)) {
                if (n == opens.length) {
                    opens = Arrays.copyOf(opens, 2 * n);
                    closes = Arrays.copyOf(closes, 2 * n);
                }
                long close = Nanos.of(edge.isAfter(end) ? end : edge);
                if (n > 0 && closes[n - 1] == Nanos.of(at)) {
                    closes[n - 1] = close; // openings that touch are one
                } else {
                    opens[n] = Nanos.of(at);
                    closes[n++] = close;
                }
            }
            at = edge;
        }
        return new long[][] {Arrays.copyOf(opens, n), Arrays.copyOf(closes, n)};
    }

    boolean neverOpen() {
        return opens.length == 0;
    }

    BusinessDays days() {
        return new BusinessDays(calendar, opens);
    }

    @Override
    public Instant deadline(Instant start, Duration businessTime) {
        if (businessTime.isNegative()) {
            throw new IllegalArgumentException("business time is not negative: " + businessTime);
        }
        if (businessTime.isZero()) {
            return start;
        }
        if (businessTime.compareTo(Duration.ofNanos(end - begin)) > 0) {
            throw calendar.beyond(start);
        }
        long target = usedAt(checked(start)) + businessTime.toNanos();
        int opening = byUse.firstNotBefore(target);
        if (opening == opens.length) {
            throw calendar.beyond(start);
        }
        return Nanos.instant(closes[opening] - (used[opening] - target));
    }

    @Override
    public Duration elapsed(Instant from, Instant to) {
        if (from.isAfter(to)) {
            throw new IllegalArgumentException("from " + from + " is after to " + to);
        }
        return Duration.ofNanos(usedAt(checked(to)) - usedAt(checked(from)));
    }

    @Override
    public boolean isOpen(Instant at) {
        long nanos = checked(at);
        int opening = byInstant.firstAfter(nanos);
        return opening < opens.length && opens[opening] <= nanos;
    }

    @Override
    public Optional<Instant> nextOpening(Instant at) {
        long nanos = checked(at);
        int opening = byInstant.firstAfter(nanos);
        if (opening == opens.length) {
            return calendar.noEdgeAhead();
        }
        return Optional.of(Nanos.instant(Math.max(nanos, opens[opening])));
    }

    @Override
    public Optional<Instant> nextClosing(Instant at) {
        int opening = byInstant.firstAfter(checked(at));
        // the end of the calendar is no closing
        return opening == opens.length || closes[opening] == end
                ? calendar.noEdgeAhead()
                : Optional.of(Nanos.instant(closes[opening]));
    }

    /** Business time from the calendar's begin to an instant. */
    private long usedAt(long nanos) {
        int opening = byInstant.firstAfter(nanos);
        if (opening == opens.length) {
            return opening == 0 ? 0 : used[opening - 1];
        }
        return used[opening] - (closes[opening] - Math.max(nanos, opens[opening]));
    }

    private long checked(Instant at) {
        long second = at.getEpochSecond();
        if (second < begin / Nanos.IN_A_SECOND
                || second > end / Nanos.IN_A_SECOND
                || (second == end / Nanos.IN_A_SECOND && at.getNano() > 0)) {
            throw new OutsideCalendar(at, calendar);
        }
        return second * Nanos.IN_A_SECOND + at.getNano();
    }
}
