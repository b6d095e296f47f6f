package support.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * The slow and obvious form, and so the specification: the desk is open at an instant if and only if the wall clock
 * then shows a date and a time inside one of that date's windows. A local hour that is skipped counts nothing, one that
 * is repeated counts twice, with no rule for either: the clock is simply watched from one edge to the next.
 */
final class WallClock implements BusinessHours {
    private final ServiceCalendar calendar;

    WallClock(ServiceCalendar calendar) {
        this.calendar = calendar;
    }

    @Override
    public boolean isOpen(Instant at) {
        check(at);
        ZonedDateTime local = at.atZone(calendar.zone());
        LocalTime time = local.toLocalTime();
        return calendar.windows(local.toLocalDate()).stream().anyMatch(window -> window.contains(time));
    }

    /** The next instant at which open may turn to closed or closed to open: until then nothing changes. */
    Instant edgeAfter(Instant at) {
        ZonedDateTime local = at.atZone(calendar.zone());
        LocalDate date = local.toLocalDate();
        LocalTime time = local.toLocalTime();
        long nanosToMidnight = Duration.ofDays(1).toNanos() - time.toNanoOfDay();
        long nanos = calendar.windows(date).stream()
                .flatMapToLong(window -> LongStream.of(window.openInclusive(), window.closeExclusive()))
                .map(second -> second * 1_000_000_000L - time.toNanoOfDay())
                .filter(ahead -> ahead > 0)
                .reduce(nanosToMidnight, Math::min);
        Instant edge = at.plusNanos(nanos);
        ZoneOffsetTransition change = calendar.zone().getRules().nextTransition(at);
        return change != null && change.getInstant().isBefore(edge) ? change.getInstant() : edge;
    }

    @Override
    public Instant deadline(Instant start, Duration businessTime) {
        if (businessTime.isNegative()) {
            throw new IllegalArgumentException("business time is not negative: " + businessTime);
        }
        if (businessTime.isZero()) {
            return start;
        }
        check(start);
        Duration left = businessTime;
        for (Instant at = start; ; at = edgeAfter(at)) {
            if (!at.isBefore(calendar.end())) {
                throw calendar.beyond(start);
            }
            Duration piece = Duration.between(at, edgeAfter(at));
            if (isOpen(at) && left.compareTo(piece) <= 0) {
                return at.plus(left);
            }
            left = isOpen(at) ? left.minus(piece) : left;
        }
    }

    @Override
    public Duration elapsed(Instant from, Instant to) {
        if (from.isAfter(to)) {
            throw new IllegalArgumentException("from " + from + " is after to " + to);
        }
        check(to);
        Duration counted = Duration.ZERO;
        for (Instant at = from; at.isBefore(to); at = edgeAfter(at)) {
            Instant edge = edgeAfter(at);
            counted = isOpen(at) ? counted.plus(Duration.between(at, edge.isAfter(to) ? to : edge)) : counted;
        }
        return counted;
    }

    @Override
    public Optional<Instant> nextOpening(Instant at) {
        check(at);
        for (Instant edge = at; edge.isBefore(calendar.end()); edge = edgeAfter(edge)) {
            if (isOpen(edge)) {
                return Optional.of(edge);
            }
        }
        return calendar.noEdgeAhead();
    }

    @Override
    public Optional<Instant> nextClosing(Instant at) {
        boolean open = isOpen(at);
        for (Instant edge = edgeAfter(at); edge.isBefore(calendar.end()); edge = edgeAfter(edge)) {
            if (open && !isOpen(edge)) {
                return Optional.of(edge);
            }
            open = isOpen(edge);
        }
        return calendar.noEdgeAhead();
    }

    private void check(Instant at) {
        if (at.isBefore(calendar.begin()) || at.isAfter(calendar.end())) {
            throw new OutsideCalendar(at, calendar);
        }
    }
}
