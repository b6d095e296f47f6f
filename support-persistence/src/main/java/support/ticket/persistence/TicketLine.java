package support.ticket.persistence;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import support.sla.Lane;
import support.sla.Promise;
import support.sla.RequestType;
import support.sla.Severity;
import support.ticket.Coverage;
import support.ticket.QueuePlace;
import support.ticket.Status;
import support.ticket.TicketNumber;

/**
 * A ticket as one line of a list: queue, customer's list, lane view.
 *
 * @param place where it stands in the queue; null when it is done
 * @param promise what is owed and due first, or what was promised of the first response; null for an idea
 * @param verdict what became of it, by its newest correction if there is one; null for an idea
 * @param endCustomer the company for which a partner has filed it; null where none has
 * @param tags in order; none for a customer, who does not read them
 * @param snoozedUntil when it stands in the queue again, having been set aside; null when it was not
 * @param version counts what people did
 */
public record TicketLine(
        TicketNumber number,
        RequestType type,
        @Nullable Severity severity,
        Lane lane,
        Status status,
        String summary,
        String app,
        String requester,
        String organisation,
        @Nullable String assignee,
        Instant raisedAt,
        Instant changedAt,
        boolean answerAwaited,
        @Nullable QueuePlace place,
        @Nullable Promise promise,
        Promise.@Nullable Verdict verdict,
        @Nullable Instant firstResponseAt,
        Coverage coverage,
        @Nullable String endCustomer,
        List<String> tags,
        @Nullable Instant snoozedUntil,
        int version) {

    /** What was promised is owed, and its time does not rest. */
    public boolean owes() {
        return promise != null && promise.isOwed() && !promise.isPaused();
    }

    /** Null for an idea. */
    public @Nullable Instant dueAt() {
        return promise == null ? null : promise.dueAt();
    }
}
