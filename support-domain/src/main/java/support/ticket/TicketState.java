package support.ticket;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import support.people.Viewer;
import support.sla.Lane;
import support.sla.Metric;
import support.sla.Promise;
import support.sla.Severity;

/**
 * What the verbs of a ticket change.
 *
 * @param lane the way it takes through the queue now
 * @param promises all that was promised on it, each metric's in the order in which they were made; none on an idea
 * @param firstResponseAt the first public answer of a person of the desk (docs/sla.md, rule 7); null before it
 * @param answerAwaited the last public word is the customer's
 * @param turnSince since when the one whose turn it is, desk or customer, has had the turn
 * @param version counts what people did, for noticing that a form is stale
 * @param participants people who see this ticket though they neither raised it nor are of the desk
 * @param coverage how it stands to free support
 * @param quotation the newest offer; null when none was made
 * @param behalf for whom a partner has filed it; null when whoever raised it did so for themselves
 * @param snoozedUntil when it stands in the queue again, having been set aside; null when it was not
 */
public record TicketState(
        Status status,
        Lane lane,
        @Nullable Severity severity,
        @Nullable Long assignee,
        List<Promise> promises,
        @Nullable Instant firstResponseAt,
        boolean answerAwaited,
        Instant turnSince,
        Instant changedAt,
        int version,
        Set<Long> participants,
        Coverage coverage,
        @Nullable Quotation quotation,
        @Nullable Behalf behalf,
        @Nullable Instant snoozedUntil) {

    /** Of a ticket that was raised this moment. */
    static TicketState raised(Request request, Lane lane, Instant at) {
        return begun(request.severity(), lane, request.coverage(), request.behalf(), at);
    }

    static TicketState begun(
            @Nullable Severity severity, Lane lane, Coverage coverage, @Nullable Behalf behalf, Instant at) {
        return new TicketState(
                Status.NEW,
                lane,
                severity,
                null,
                List.of(),
                null,
                true,
                at,
                at,
                0,
                Set.of(),
                coverage,
                null,
                behalf,
                null);
    }

    /** The newest promise of a metric. */
    public Optional<Promise> last(Metric metric) {
        return promises.reversed().stream()
                .filter(promise -> promise.metric() == metric)
                .findFirst();
    }

    /** What is owed and due first, of what does not rest. */
    public Optional<Promise> owed() {
        return promises.stream()
                .filter(promise -> promise.isOwed() && !promise.isPaused())
                .min(Comparator.comparing(Promise::dueAt));
    }

    /** Set aside, and the time to come back has not come. */
    public boolean isSnoozed(Instant now) {
        return snoozedUntil != null && snoozedUntil.isAfter(now);
    }

    /** What is owed needs a look already: its warning is due, or its time has run out. */
    public boolean presses(Instant now) {
        return promises.stream().anyMatch(promise -> promise.isOwed() && promise.presses(now));
    }

    /** When what is owed needs a look next; empty where time alone does nothing to it. */
    public Optional<Instant> nextLook() {
        return Promises.nextLook(promises);
    }

    /** Whether a customer sees the ticket for what they are; those of the end customer it is filed for among them. */
    public boolean belongsTo(Viewer viewer, TicketFacts facts) {
        return facts.belongsTo(viewer) || behalf != null && behalf.isFor(viewer);
    }

    /** When a resolved ticket closes by itself; empty for every other. */
    public Optional<Instant> closesAt() {
        return status == Status.RESOLVED ? Optional.of(turnSince.plus(Ticket.REOPENS)) : Optional.empty();
    }
}
