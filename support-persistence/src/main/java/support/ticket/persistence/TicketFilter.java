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
        Assignment assignment,
        Standing standing) {

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

    /** How they stand to free support. */
    public enum Standing {
        ANY,
        /** Somebody of the desk has to say what becomes of them. */
        UNDECIDED,
        /** The rules could not check them. */
        UNVERIFIED,
        /** The rules refuse them. */
        NOT_COVERED
    }

    public static TicketFilter of(Progress progress) {
        return new TicketFilter(progress, null, null, null, Assignment.ANY, Standing.ANY);
    }
}
