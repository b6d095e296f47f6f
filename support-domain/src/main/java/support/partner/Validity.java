package support.partner;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days on which a partnership holds: calendar days in the vendor's zone, the first and the last among them.
 *
 * @param last null when it holds until somebody ends it
 */
public record Validity(LocalDate first, @Nullable LocalDate last) {
    /** @throws IllegalArgumentException when the last day is before the first */
    public Validity {
        if (last != null && last.isBefore(first)) {
            throw new IllegalArgumentException("the last day " + last + " is before the first " + first);
        }
    }

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(first) && !isOverOn(day);
    }

    /** The last day has passed. */
    public boolean isOverOn(LocalDate day) {
        return last != null && last.isBefore(day);
    }

    /** @throws IllegalArgumentException when the last day would be before the first */
    public Validity until(@Nullable LocalDate newLast) {
        return new Validity(first, newLast);
    }
}
