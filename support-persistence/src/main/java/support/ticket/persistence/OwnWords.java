package support.ticket.persistence;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import support.behalf.EndCustomer;
import support.sla.RequestType;
import support.sla.Severity;
import support.ticket.Sharing;
import support.ticket.TicketNumber;

/**
 * A ticket of which a partner's people read what they wrote themselves, since the end customer for whom they have filed
 * it has not agreed. Nothing in it was written, found or decided by anybody else.
 *
 * @param conversation their own messages and files
 */
public record OwnWords(Head head, EndCustomer customer, List<TicketView.Entry> conversation) {
    /**
     * What they said when they filed it, and whether anything is still expected of anybody.
     *
     * @param shownDueAt the due time of the first reply that stood on their form; null when none did
     * @param endCustomer its number
     */
    public record Head(
            TicketNumber number,
            RequestType type,
            @Nullable Severity severity,
            String summary,
            String app,
            String appVersion,
            String platform,
            String requester,
            Instant raisedAt,
            @Nullable Instant shownDueAt,
            boolean done,
            Sharing sharing,
            long endCustomer) {

        OwnWords with(EndCustomer customer, List<TicketView.Entry> conversation) {
            return new OwnWords(this, customer, conversation);
        }
    }
}
