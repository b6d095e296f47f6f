package support.ticket;

import java.time.Instant;
import java.util.List;
import support.sla.Promise;
import support.sla.Terms;

/**
 * Counts the promises of a ticket anew from its history (docs/sla.md, rule 10). Nothing that the history says of due times
 * and verdicts is believed: only what people and clocks did, when, and what was published by then.
 */
public sealed interface Replay permits ReplayAsItWas, ReplayAsIf {
    /**
     * The promises that the ticket carries after all that is in the history, each metric's in the order in which they were
     * made.
     *
     * @param history of one ticket, from its raising on, oldest first
     * @throws IllegalArgumentException when it begins with something else, or names versions that were never published
     */
    List<Promise> of(List<TicketEvent> history);

    /**
     * As it was: each step counts by the terms that were known when it was taken, and publications move the promises when
     * they did. It comes to the stored promises, to the microsecond.
     *
     * @param published all that was published
     */
    static Replay asItWas(Terms published) {
        return new ReplayAsItWas(published);
    }

    /**
     * As if these terms had been known at every step: what would have been promised, kept and missed. May be used by
     * several threads.
     *
     * @param now what is open and late by then is missed
     */
    static Replay asIf(Terms terms, Instant now) {
        return new ReplayAsIf(terms, now);
    }

    /** Whether a replay as it was looks at such an event: all others can be left out of the history. */
    static boolean needs(TicketEvent.What what) {
        return switch (what) {
            case TicketEvent.Raised raised -> true;
            case TicketEvent.LaneChanged changed -> true;
            case TicketEvent.PromiseMade made -> true;
            case TicketEvent.PromiseMoved moved -> true;
            case TicketEvent.PromiseWarned warned -> true;
            case TicketEvent.PromiseMissed missed -> true;
            case TicketEvent.PromiseWithdrawn withdrawn -> true;
            case TicketEvent.PromisePaused paused -> true;
            case TicketEvent.PromiseResumed resumed -> true;
            case TicketEvent.StatusChanged changed -> changed.to().isDone();
            case TicketEvent.SeverityChanged changed -> true;
            case TicketEvent.DeskReplied replied -> true;
            default -> false;
        };
    }
}
