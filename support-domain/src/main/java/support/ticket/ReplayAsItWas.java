package support.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
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
    public Optional<Promise> of(List<TicketEvent> history) {
        if (history.isEmpty() || !(history.getFirst().what() instanceof TicketEvent.Raised raised)) {
            throw new IllegalArgumentException("a history begins with the raising of the ticket");
        }
        Promise promise = null;
        for (TicketEvent event : history) {
            if (event.what() instanceof TicketEvent.PromiseMade made) {
                promise = made(event.at(), raised, made);
            } else if (promise != null) {
                promise = after(event.at(), event.what(), promise);
            }
        }
        return Optional.ofNullable(promise);
    }

    private @Nullable Promise made(Instant at, TicketEvent.Raised raised, TicketEvent.PromiseMade made) {
        Terms terms = known(made.policyVersion(), made.calendarVersion());
        return Promise.firstResponse(at, raised.type(), made.severity(), raised.lane(), terms)
                .orElse(null);
    }

    private Promise after(Instant at, TicketEvent.What what, Promise promise) {
        return switch (what) {
            case TicketEvent.SeverityChanged changed ->
                promise.reclassified(
                        changed.from(), changed.to(), at, known(changed.policyVersion(), changed.calendarVersion()));
            case TicketEvent.PromiseMoved moved ->
                promise.republished(at, known(moved.policyVersion(), moved.calendarVersion()));
            case TicketEvent.PromiseWarned warned -> promise.lookedAt(at);
            case TicketEvent.PromiseMissed missed -> promise.lookedAt(at);
            case TicketEvent.DeskReplied replied -> promise.answered(at);
            case TicketEvent.PromiseWithdrawn withdrawn -> promise.withdrawn(at);
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
