package support.training;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A date of a course, with seats.
 *
 * @param id 0 for one that has not been kept yet
 * @param place where: a room, or an address of a meeting
 * @param seats how many can take part; others wait
 * @param version counts changes; a calendar takes the higher one for the newer
 */
public record Session(
        long id, long course, Instant begins, Instant ends, String place, int seats, boolean cancelled, int version) {
    public static final int MOST_SEATS = 1000;
    public static final int LONGEST_PLACE = 300;

    /** Why nobody books it any more; each has its words in the message bundle. */
    public enum Refusal {
        CANCELLED,
        /** It has begun. */
        OVER,
        /** The partnership is not active at this moment. */
        RESTING
    }

    /** @throws IllegalArgumentException when it would end before it begins, or has no seat */
    public Session {
        if (!ends.isAfter(begins) || seats < 1 || seats > MOST_SEATS) {
            throw new IllegalArgumentException("no session: " + begins + " to " + ends + ", " + seats + " seats");
        }
    }

    public Optional<Refusal> refusal(Instant now) {
        if (cancelled) {
            return Optional.of(Refusal.CANCELLED);
        }
        return hasBegun(now) ? Optional.of(Refusal.OVER) : Optional.empty();
    }

    public Duration length() {
        return Duration.between(begins, ends);
    }

    public boolean hasBegun(Instant now) {
        return !now.isBefore(begins);
    }
}
