package support.ticket;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import support.sla.Lane;
import support.sla.Metric;
import support.sla.Policy;
import support.sla.Promise;
import support.sla.Terms;

/** Takes the versions of each step from the history, and the looks of the clock with it. */
final class ReplayAsItWas implements Replay {
    private record Versions(int policy, int calendar) {}

    private final Terms published;
    private final Map<Versions, Terms> known = new ConcurrentHashMap<>();

    ReplayAsItWas(Terms published) {
        this.published = published;
    }

    @Override
    public List<Promise> of(List<TicketEvent> history) {
        if (history.isEmpty() || !(history.getFirst().what() instanceof TicketEvent.Raised raised)) {
            throw new IllegalArgumentException("a history begins with the raising of the ticket");
        }
        List<Promise> promises = new ArrayList<>(1);
        Lane lane = raised.lane();
        for (TicketEvent event : history) {
            if (event.what() instanceof TicketEvent.PromiseMade made) {
                make(event.at(), new Policy.Case(made.metric(), raised.type(), made.severity(), lane), made, promises);
            } else if (event.what() instanceof TicketEvent.LaneChanged changed) {
                lane = changed.to();
            } else {
                promises.replaceAll(promise -> after(event.at(), event.what(), promise));
            }
        }
        return List.copyOf(promises);
    }

    private void make(Instant at, Policy.Case promised, TicketEvent.PromiseMade made, List<Promise> promises) {
        Terms terms = known(made.policyVersion(), made.calendarVersion());
        if (made.carried() != null) {
            made.carried()
                    .promise(promised.type(), made, terms)
                    .ifPresent(promise -> Promises.carry(promise, promises));
            return;
        }
        if (made.metric() == Metric.NEXT_NEWS) {
            promises.add(Promise.nextNews(promised, at, made.dueAt(), terms));
            return;
        }
        if (made.metric() == Metric.FIRST_RESPONSE) {
            promises.removeIf(promise -> promise.metric() == Metric.FIRST_RESPONSE);
        }
        Promise.of(promised, at, terms).ifPresent(promises::add);
    }

    private Promise after(Instant at, TicketEvent.What what, Promise promise) {
        if (what instanceof TicketEvent.AboutPromise about && about.metric() != promise.metric()) {
            return promise;
        }
        return switch (what) {
            case TicketEvent.SeverityChanged changed ->
                promise.reclassified(
                        changed.from(), changed.to(), at, known(changed.policyVersion(), changed.calendarVersion()));
            case TicketEvent.PromiseMoved moved ->
                promise.republished(at, known(moved.policyVersion(), moved.calendarVersion()));
            case TicketEvent.PromisePaused paused -> promise.paused(at);
            case TicketEvent.PromiseResumed resumed ->
                promise.resumed(at, known(resumed.policyVersion(), resumed.calendarVersion()));
            case TicketEvent.PromiseWarned warned -> promise.lookedAt(at);
            case TicketEvent.PromiseMissed missed -> promise.lookedAt(at);
            case TicketEvent.PromiseWithdrawn withdrawn -> promise.withdrawn(at);
            case TicketEvent.DeskReplied replied -> promise.metric().isAnswer() ? promise.done(at) : promise;
            case TicketEvent.StatusChanged changed ->
                changed.to().isDone() && !promise.metric().isAnswer() ? promise.done(at) : promise;
            default -> promise;
        };
    }

    /** The same for every ticket of the same days: made once. */
    private Terms known(int policyVersion, int calendarVersion) {
        if (policyVersion < 1
                || calendarVersion < 1
                || policyVersion > published.policyVersion()
                || calendarVersion > published.calendarVersion()) {
            throw new IllegalArgumentException(
                    "there is no policy version " + policyVersion + " with calendar version " + calendarVersion);
        }
        return known.computeIfAbsent(
                new Versions(policyVersion, calendarVersion),
                versions -> published.upTo(versions.policy, versions.calendar));
    }
}
