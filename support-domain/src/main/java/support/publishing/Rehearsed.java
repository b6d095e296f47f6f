package support.publishing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import support.sla.Lane;
import support.sla.Promise;
import support.sla.Severity;
import support.ticket.TicketNumber;

/**
 * What would have become of one promise under other terms.
 *
 * @param was the promise as it is
 * @param would the promise as it would be; null where none would be made
 * @param now what is open and late by now counts as missed
 */
public record Rehearsed(
        TicketNumber ticket, Promise was, @Nullable Promise would, Instant now) {
    /** The difference that it makes; the worst of those that are true. */
    public enum Difference {
        /** Missed, or late by now, and it was not. */
        MISSED_INSTEAD,
        /** It was missed or late, and would be kept or still open. */
        KEPT_INSTEAD,
        /** Due at another time; whether it is missed does not change. */
        MOVED,
        NOT_PROMISED,
        NONE
    }

    public Difference difference() {
        if (would == null) {
            return Difference.NOT_PROMISED;
        }
        if (missed(was) != missed(would)) {
            return missed(would) ? Difference.MISSED_INSTEAD : Difference.KEPT_INSTEAD;
        }
        return was.dueAt().equals(would.dueAt()) ? Difference.NONE : Difference.MOVED;
    }

    private boolean missed(Promise promise) {
        return promise.verdict() == Promise.Verdict.MISSED || promise.isOverdue(now);
    }

    /** The level that the time was promised for. */
    public Severity severity() {
        return was.severity();
    }

    public Lane lane() {
        return was.promised().lane();
    }
}
