package support.evidence.app;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import support.sla.Lane;
import support.sla.RequestType;
import support.sla.Severity;
import support.ticket.Replay;
import support.ticket.TicketEvent;

/**
 * An event without people, and without what the desk made of it: whatever stands here is used when the promise is judged
 * again.
 *
 * @param policy the newest version that was known then
 * @param calendar the newest version that was known then
 */
record Step(
        Instant at,
        What what,
        @Nullable RequestType type,
        @Nullable Lane lane,
        @Nullable Severity level,
        @Nullable Severity from,
        @Nullable Integer policy,
        @Nullable Integer calendar) {

    enum What {
        RAISED,
        PROMISE_MADE,
        LEVEL_CHANGED,
        TERMS_PUBLISHED,
        /** The clock looked and warned. */
        WARNED,
        /** The clock looked and found it late. */
        FOUND_LATE,
        ANSWERED,
        TAKEN_BACK
    }

    Step {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(what, "what");
    }

    private Step(Instant at, What what) {
        this(at, what, null, null, null, null, null, null);
    }

    /** What a replay needs of a history: nothing after the first answer, which decides. */
    static List<Step> of(List<TicketEvent> history) {
        List<Step> steps = new ArrayList<>();
        for (TicketEvent event : history) {
            if (Replay.needs(event.what())) {
                steps.add(of(event));
            }
            if (event.what() instanceof TicketEvent.DeskReplied) {
                break;
            }
        }
        return steps;
    }

    private static Step of(TicketEvent event) {
        Instant at = event.at();
        return switch (event.what()) {
            case TicketEvent.Raised raised ->
                new Step(at, What.RAISED, raised.type(), raised.lane(), raised.severity(), null, null, null);
            case TicketEvent.PromiseMade made ->
                counted(at, What.PROMISE_MADE, made.severity(), null, made.policyVersion(), made.calendarVersion());
            case TicketEvent.SeverityChanged c ->
                counted(at, What.LEVEL_CHANGED, c.to(), c.from(), c.policyVersion(), c.calendarVersion());
            case TicketEvent.PromiseMoved moved ->
                counted(at, What.TERMS_PUBLISHED, null, null, moved.policyVersion(), moved.calendarVersion());
            case TicketEvent.PromiseWarned warned -> new Step(at, What.WARNED);
            case TicketEvent.PromiseMissed missed -> new Step(at, What.FOUND_LATE);
            case TicketEvent.DeskReplied replied -> new Step(at, What.ANSWERED);
            case TicketEvent.PromiseWithdrawn withdrawn -> new Step(at, What.TAKEN_BACK);
            default -> throw new IllegalArgumentException("a replay needs no " + event.what());
        };
    }

    private static Step counted(
            Instant at, What what, @Nullable Severity level, @Nullable Severity from, int policy, int calendar) {
        return new Step(at, what, null, null, level, from, policy, calendar);
    }

    /** For a replay, which believes no due time: those of these events say nothing. */
    TicketEvent event() {
        return new TicketEvent(
                at,
                null,
                switch (what) {
                    case RAISED -> new TicketEvent.Raised(known(type, "type"), level, known(lane, "lane"));
                    case PROMISE_MADE ->
                        new TicketEvent.PromiseMade(
                                known(level, "level"), Duration.ZERO, at, policyVersion(), calendarVersion());
                    case LEVEL_CHANGED ->
                        new TicketEvent.SeverityChanged(
                                known(from, "from"), known(level, "level"), policyVersion(), calendarVersion());
                    case TERMS_PUBLISHED ->
                        new TicketEvent.PromiseMoved(at, at, Duration.ZERO, policyVersion(), calendarVersion());
                    case WARNED -> new TicketEvent.PromiseWarned(at);
                    case FOUND_LATE -> new TicketEvent.PromiseMissed(at);
                    case ANSWERED -> new TicketEvent.DeskReplied();
                    case TAKEN_BACK -> new TicketEvent.PromiseWithdrawn(at);
                });
    }

    private int policyVersion() {
        return known(policy, "policy");
    }

    private int calendarVersion() {
        return known(calendar, "calendar");
    }

    private <T> T known(@Nullable T part, String name) {
        if (part == null) {
            throw new BrokenEvidence(what + " at " + at + " says no " + name);
        }
        return part;
    }
}
