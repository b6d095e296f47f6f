package support.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Questions about business time: the physical time during which the wall clock of the calendar's zone shows an open
 * time. All instants are on the UTC time line and exact to the nanosecond.
 *
 * <p>Every question may throw {@link OutsideCalendar} when it reaches beyond the years of the calendar.
 */
public interface BusinessHours {
    /**
     * The earliest instant by which so much business time has passed since {@code start} (docs/sla.md, rule 1). Time
     * that is used up exactly at a closing is due at that closing; no time at all is due at {@code start}.
     *
     * @throws IllegalArgumentException when the time is negative
     * @throws NeverOpens when that much open time never comes
     */
    Instant deadline(Instant start, Duration businessTime);

    /**
     * The business time in {@code [from, to)} (docs/sla.md, rule 2).
     *
     * @throws IllegalArgumentException when {@code from} is after {@code to}
     */
    Duration elapsed(Instant from, Instant to);

    /** Whether the desk is open; it is at the instant of opening, and is not at the instant of closing. */
    boolean isOpen(Instant at);

    /**
     * The earliest open instant that is not before {@code at}: {@code at} itself while the desk is open; empty for a
     * desk that never opens again.
     */
    Optional<Instant> nextOpening(Instant at);

    /** The earliest instant after {@code at} at which open turns to closed; empty for a desk that never closes again. */
    Optional<Instant> nextClosing(Instant at);

    /** As {@link #deadline(Instant, Duration)}, where paused time does not count (docs/sla.md, rule 8). */
    default Instant deadline(Instant start, Duration businessTime, List<Pause> pauses) {
        if (businessTime.isZero()) {
            return start;
        }
        Instant at = start;
        Duration left = businessTime;
        for (Pause pause : Pause.union(pauses)) {
            if (pause.to() != null && !pause.to().isAfter(at)) {
                continue;
            }
            Duration run = pause.from().isAfter(at) ? elapsed(at, pause.from()) : Duration.ZERO;
            if (run.compareTo(left) >= 0) {
                break;
            }
            if (pause.to() == null) {
                throw new NeverOpens(pause.from());
            }
            left = left.minus(run);
            at = pause.to();
        }
        return deadline(at, left);
    }

    /** As {@link #elapsed(Instant, Instant)}, where paused time does not count (docs/sla.md, rule 8). */
    default Duration elapsed(Instant from, Instant to, List<Pause> pauses) {
        Duration counted = elapsed(from, to);
        for (Pause pause : Pause.union(pauses)) {
            Instant begin = pause.from().isAfter(from) ? pause.from() : from;
            Instant end = pause.to() == null || pause.to().isAfter(to) ? to : pause.to();
            if (begin.isBefore(end)) {
                counted = counted.minus(elapsed(begin, end));
            }
        }
        return counted;
    }
}
