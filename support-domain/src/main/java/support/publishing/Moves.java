package support.publishing;

import java.time.Instant;
import support.sla.Promise;
import support.sla.Terms;

/**
 * What publishing would do to the open promises.
 *
 * @param open how many there are
 * @param moved how many of them would be due at another time
 * @param later how many of those later than now: their customers are told
 * @param overdue how many of those would be overdue at once
 */
public record Moves(int open, int moved, int later, int overdue) {
    public static final Moves NONE = new Moves(0, 0, 0, 0);

    /** These and one open promise more. */
    public Moves and(Promise promise, Instant now, Terms next) {
        Promise after = promise.republished(now, next);
        boolean moves = !after.dueAt().equals(promise.dueAt());
        return new Moves(
                open + 1,
                moved + (moves ? 1 : 0),
                later + (moves && after.dueAt().isAfter(promise.dueAt()) ? 1 : 0),
                overdue + (moves && after.isOverdue(now) ? 1 : 0));
    }
}
