package support.ticket.persistence;

import org.jspecify.annotations.Nullable;
import support.sla.Lane;
import support.ticket.Status;

/** Which tickets of those one may see a list shows; null means any. */
public record TicketFilter(
        Progress progress,
        @Nullable Status status,
        @Nullable Lane lane,
        @Nullable Long app,
        Assignment assignment) {

    /** Whether anything is still expected of anybody. */
    public enum Progress {
        OPEN,
        DONE,
        ALL
    }

    /** Whose tickets. */
    public enum Assignment {
        ANY,
        MINE,
        NOBODY
    }

    public static TicketFilter of(Progress progress) {
        return new TicketFilter(progress, null, null, null, Assignment.ANY);
    }
}
