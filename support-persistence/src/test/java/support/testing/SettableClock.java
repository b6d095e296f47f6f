package support.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until a test moves it, in microseconds as the database keeps them. */
public final class SettableClock extends Clock {
    private final AtomicReference<Instant> now;
    private final ZoneId zone;

    private SettableClock(AtomicReference<Instant> now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    public static SettableClock at(Instant now) {
        return new SettableClock(new AtomicReference<>(inMicroseconds(now)), ZoneOffset.UTC);
    }

    public void set(Instant instant) {
        now.set(inMicroseconds(instant));
    }

    public void advance(Duration duration) {
        now.updateAndGet(instant -> inMicroseconds(instant.plus(duration)));
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /** The same clock, so that moving one moves the other, in another zone. */
    @Override
    public Clock withZone(ZoneId other) {
        return new SettableClock(now, other);
    }

    private static Instant inMicroseconds(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }
}
