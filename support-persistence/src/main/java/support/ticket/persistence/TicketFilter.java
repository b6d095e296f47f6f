package support.ticket.persistence;

import java.time.Instant;
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
        Standing standing,
        @Nullable OfPartner partner) {

    /** Another list than that of a partner. */
    public TicketFilter(
            Progress progress,
            @Nullable Status status,
            @Nullable Lane lane,
            @Nullable Long app,
            Assignment assignment,
            Standing standing) {
        this(progress, status, lane, app, assignment, standing, null);
    }

    /**
     * Those that the people of the viewer's organisation have raised, for themselves or for end customers; not those that
     * they were asked to.
     *
     * @param endCustomer for whom; null for anybody
     * @param due which have a promise that fell due in a span, and what became of it; null for any
     */
    public record OfPartner(
            @Nullable Long endCustomer, @Nullable Due due) {}

    /** @param kept whether it was kept, or missed, by its newest correction */
    public record Due(Instant from, Instant to, Instant now, boolean kept) {}

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
