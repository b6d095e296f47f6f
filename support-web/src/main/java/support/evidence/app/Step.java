package support.evidence.app;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import support.sla.Lane;
import support.sla.Metric;
import support.sla.RequestType;
import support.sla.Severity;
import support.ticket.Coverage;
import support.ticket.Replay;
import support.ticket.Status;
import support.ticket.TicketEvent;

/**
 * An event without people, and without what the desk made of it: whatever stands here is used when the promise is judged
 * again.
 *
 * @param metric of the promise that it is about; null where it is about the ticket
 * @param due of what a person promised; null where the policy says when it is due
 * @param policy the newest version that was known then
 * @param calendar the newest version that was known then
 * @param carried of a promise that another ticket carried until it was merged: what led to its due time there
 */
record Step(
        Instant at,
        What what,
        @Nullable Metric metric,
        @Nullable Instant due,
        @Nullable RequestType type,
        @Nullable Lane lane,
        @Nullable Severity level,
        @Nullable Severity from,
        @Nullable Integer policy,
        @Nullable Integer calendar,
        TicketEvent.@Nullable Carried carried) {

    enum What {
        RAISED,
        LANE_CHANGED,
        PROMISE_MADE,
        LEVEL_CHANGED,
        TERMS_PUBLISHED,
        /** The clock looked and warned. */
        WARNED,
        /** The clock looked and found it late. */
        FOUND_LATE,
        ANSWERED,
        TAKEN_BACK,
        /** The desk waits for the customer. */
        PAUSED,
        RUNS_ON,
        /** The ticket is done. */
        DONE
    }

    Step {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(what, "what");
    }

    private Step(Instant at, What what, @Nullable Metric metric) {
        this(at, what, metric, null, null, null, null, null, null, null, null);
    }

    /** What a replay needs of a history. */
    static List<Step> of(List<TicketEvent> history) {
        return history.stream()
                .filter(event -> Replay.needs(event.what()))
                .map(Step::of)
                .toList();
    }

    private static Step of(TicketEvent event) {
        Instant at = event.at();
        return switch (event.what()) {
            case TicketEvent.Raised raised ->
                new Step(
                        at,
                        What.RAISED,
                        null,
                        null,
                        raised.type(),
                        raised.lane(),
                        raised.severity(),
                        null,
                        null,
                        null,
                        null);
            case TicketEvent.LaneChanged c ->
                new Step(at, What.LANE_CHANGED, null, null, null, c.to(), null, null, null, null, null);
            case TicketEvent.PromiseMade made -> made(at, made);
            case TicketEvent.SeverityChanged c ->
                counted(at, What.LEVEL_CHANGED, null, c.to(), c.from(), c.policyVersion(), c.calendarVersion());
            case TicketEvent.PromiseMoved m ->
                counted(at, What.TERMS_PUBLISHED, m.metric(), null, null, m.policyVersion(), m.calendarVersion());
            case TicketEvent.PromiseResumed r ->
                counted(at, What.RUNS_ON, r.metric(), null, null, r.policyVersion(), r.calendarVersion());
            case TicketEvent.PromisePaused paused -> new Step(at, What.PAUSED, paused.metric());
            case TicketEvent.PromiseWarned warned -> new Step(at, What.WARNED, warned.metric());
            case TicketEvent.PromiseMissed missed -> new Step(at, What.FOUND_LATE, missed.metric());
            case TicketEvent.PromiseWithdrawn withdrawn -> new Step(at, What.TAKEN_BACK, withdrawn.metric());
            case TicketEvent.DeskReplied replied -> new Step(at, What.ANSWERED, null);
            case TicketEvent.StatusChanged changed -> new Step(at, What.DONE, null);
            default -> throw new IllegalArgumentException("a replay needs no " + event.what());
        };
    }

    private static Step made(Instant at, TicketEvent.PromiseMade made) {
        return new Step(
                at,
                What.PROMISE_MADE,
                made.metric(),
                made.metric() == Metric.NEXT_NEWS ? made.dueAt() : null,
                null,
                null,
                made.severity(),
                null,
                made.policyVersion(),
                made.calendarVersion(),
                made.carried());
    }

    private static Step counted(
            Instant at,
            What what,
            @Nullable Metric metric,
            @Nullable Severity level,
            @Nullable Severity from,
            int policy,
            int calendar) {
        return new Step(at, what, metric, null, null, null, level, from, policy, calendar, null);
    }

    /** For a replay, which believes no due time: those of these events say nothing. */
    TicketEvent event() {
        return new TicketEvent(
                at,
                null,
                switch (what) {
                    case RAISED ->
                        new TicketEvent.Raised(known(type, "type"), level, known(lane, "lane"), Coverage.UNJUDGED);
                    case LANE_CHANGED ->
                        new TicketEvent.LaneChanged(known(lane, "lane"), TicketEvent.LaneChanged.Why.PARTNER_ENDED);
                    case PROMISE_MADE ->
                        new TicketEvent.PromiseMade(
                                ofMetric(),
                                known(level, "level"),
                                Duration.ZERO,
                                metric == Metric.NEXT_NEWS ? known(due, "due") : at,
                                policyVersion(),
                                calendarVersion(),
                                carried);
                    case LEVEL_CHANGED ->
                        new TicketEvent.SeverityChanged(
                                known(from, "from"), known(level, "level"), policyVersion(), calendarVersion());
                    case TERMS_PUBLISHED ->
                        new TicketEvent.PromiseMoved(
                                ofMetric(), at, at, Duration.ZERO, policyVersion(), calendarVersion());
                    case RUNS_ON -> new TicketEvent.PromiseResumed(ofMetric(), at, policyVersion(), calendarVersion());
                    case PAUSED -> new TicketEvent.PromisePaused(ofMetric());
                    case WARNED -> new TicketEvent.PromiseWarned(ofMetric(), at);
                    case FOUND_LATE -> new TicketEvent.PromiseMissed(ofMetric(), at);
                    case TAKEN_BACK -> new TicketEvent.PromiseWithdrawn(ofMetric(), at);
                    case ANSWERED -> new TicketEvent.DeskReplied();
                    case DONE -> new TicketEvent.StatusChanged(Status.OPEN, Status.RESOLVED);
                });
    }

    private Metric ofMetric() {
        return known(metric, "metric");
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
