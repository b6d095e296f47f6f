package support.ticket.persistence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import support.ticket.Status;

/** Which tickets of those one may see a list shows; null means any. */
public record TicketFilter(
        Progress progress,
        @Nullable Status status,
        @Nullable Long app,
        @Nullable OfPartner partner) {

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

    public static TicketFilter of(Progress progress) {
        return new TicketFilter(progress, null, null, null);
    }
}
