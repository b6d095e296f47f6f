package support.calendar;

import java.time.Instant;

/** Instants as nanoseconds since 1970: a {@code long} holds the years that a calendar may have. */
final class Nanos {
    static final long IN_A_SECOND = 1_000_000_000L;

    private Nanos() {}

    /** @throws ArithmeticException when the instant is three centuries away */
    static long of(Instant at) {
        return Math.addExact(Math.multiplyExact(at.getEpochSecond(), IN_A_SECOND), at.getNano());
    }

    static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, IN_A_SECOND), Math.floorMod(nanos, IN_A_SECOND));
    }
}
