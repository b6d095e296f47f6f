package support.ticket;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import support.sla.Lane;
import support.sla.Metric;
import support.sla.Policy;
import support.sla.Promise;
import support.sla.RequestType;
import support.sla.Severity;
import support.sla.Terms;

/** What is promised on one ticket, and what becomes of it. Of each metric one promise at most is owed at a time. */
final class Promises {
    /** Hears what happens to the promises, in order. */
    interface Listener {
        /** @param by null when the desk itself does it */
        void happened(Instant at, @Nullable Long by, TicketEvent.What what);
    }

    private final RequestType type;
    private Lane lane;
    private final List<Promise> all;
    private final Listener listener;
    private boolean byPolicy;

    /**
     * @param byPolicy whether the policy promises anything: not on what is not covered
     * @param kept all promises so far, each metric's in the order in which they were made
     */
    Promises(RequestType type, Lane lane, boolean byPolicy, List<Promise> kept, Listener listener) {
        this.type = type;
        this.lane = lane;
        this.byPolicy = byPolicy;
        this.all = new ArrayList<>(kept);
        this.listener = listener;
    }

    List<Promise> all() {
        return List.copyOf(all);
    }

    Optional<Promise> last(Metric metric) {
        return all.reversed().stream().filter(of(metric)).findFirst();
    }

    /** The promise of a metric by its number among them, from 1. */
    Optional<Promise> find(Metric metric, int ordinal) {
        return all.stream().filter(of(metric)).skip(ordinal - 1L).findFirst();
    }

    /** Owed and not withdrawn; a promise that is missed is owed until it is done. */
    boolean owes(Predicate<Metric> metrics) {
        return all.stream().anyMatch(promise -> metrics.test(promise.metric()) && promise.isOwed());
    }

    /** The ticket takes another lane: what is promised from now on is promised there, what was promised stands. */
    void take(Lane other) {
        lane = other;
    }

    /** A customer asks. */
    void raised(Severity severity, Instant at, Terms terms) {
        make(Metric.FIRST_RESPONSE, severity, at, terms);
        make(Metric.RESOLUTION, severity, at, terms);
    }

    /** The desk takes on what it did not promise: from now on, where nobody has answered yet, as if it were raised. */
    void accepted(boolean answeredOnce, @Nullable Severity severity, Instant at, Terms terms) {
        byPolicy = true;
        if (severity != null && answeredOnce) {
            make(Metric.RESOLUTION, severity, at, terms);
        } else if (severity != null) {
            raised(severity, at, terms);
        }
    }

    /** The customer has ordered: the first reply to that is promised, where none was ever promised before. */
    void ordered(Severity severity, Instant at, Terms terms) {
        byPolicy = true;
        if (last(Metric.FIRST_RESPONSE).isEmpty()) {
            raised(severity, at, terms);
        } else {
            make(Metric.RESOLUTION, severity, at, terms);
            make(Metric.NEXT_RESPONSE, severity, at, terms);
        }
    }

    /** The desk has said that it is not covered: nothing is owed any more. */
    void declined(Instant at, @Nullable Long by) {
        byPolicy = false;
        withdraw(metric -> true, at, by);
    }

    /** The customer writes again. A request that was taken back is promised anew, where something is promised still. */
    void written(boolean answeredOnce, Severity severity, Instant at, Terms terms) {
        if (answeredOnce) {
            make(Metric.NEXT_RESPONSE, severity, at, terms);
        } else if (last(Metric.FIRST_RESPONSE).isPresent()) {
            make(Metric.FIRST_RESPONSE, severity, at, terms);
        }
    }

    /** The ticket is about to leave a status: when the desk waits no more, the time runs on. */
    void leave(Status from, Instant at, @Nullable Long by, Terms terms) {
        if (from == Status.WAITING_FOR_CUSTOMER) {
            resume(metric -> true, at, by, terms);
        }
    }

    /** The ticket has another status. Once it is done nobody asks for an answer; open again, it is owed anew. */
    void enter(Status from, Status to, @Nullable Severity severity, Instant at, @Nullable Long by, Terms terms) {
        if (to.isDone()) {
            done(Metric.RESOLUTION::equals, at, by);
            withdraw(Metric::isAnswer, at, by);
        } else if (from.isDone() && severity != null) {
            make(Metric.RESOLUTION, severity, at, terms);
        }
        if (to == Status.WAITING_FOR_CUSTOMER) {
            pause(at, by);
        }
    }

    /** Makes the promise of the policy, where it has one and none of this metric is owed. */
    private void make(Metric metric, Severity severity, Instant at, Terms terms) {
        if (byPolicy && !owes(metric::equals)) {
            Promise.of(new Policy.Case(metric, type, severity, lane), at, terms)
                    .ifPresent(promise -> add(promise, at, null));
        }
    }

    /** What somebody promises who names the day of the next news; it is not made yet. */
    Promise nextNews(Severity severity, Instant due, Instant at, Terms terms) {
        return Promise.nextNews(new Policy.Case(Metric.NEXT_NEWS, type, severity, lane), at, due, terms);
    }

    /** A request has but one first response: promised anew, that promise takes the place of the one before. */
    void add(Promise promise, Instant at, @Nullable Long by) {
        if (promise.metric() == Metric.FIRST_RESPONSE) {
            all.removeIf(of(Metric.FIRST_RESPONSE));
        }
        all.add(promise);
        listener.happened(
                at,
                by,
                new TicketEvent.PromiseMade(
                        promise.metric(),
                        promise.severity(),
                        promise.target(),
                        promise.dueAt(),
                        promise.policyVersion(),
                        promise.calendarVersion()));
    }

    /** What was promised is done. */
    void done(Predicate<Metric> metrics, Instant at, @Nullable Long by) {
        change(promise -> metrics.test(promise.metric()) ? promise.done(at) : promise, (before, after) -> {
            if (before.isOpen()) {
                Instant due = after.dueAt();
                listener.happened(
                        at,
                        by,
                        after.verdict() == Promise.Verdict.KEPT
                                ? new TicketEvent.PromiseKept(after.metric(), due)
                                : new TicketEvent.PromiseMissed(after.metric(), due));
            }
        });
    }

    /** What the customer waits for is said elsewhere: an answer to it is owed there. What is late already stays owed. */
    void restHere(Instant at, @Nullable Long by) {
        withdraw(Metric.NEXT_RESPONSE::equals, at, by);
    }

    /** The ticket goes on elsewhere: nothing is owed here any more. */
    List<Promise> handOver(Instant at, @Nullable Long by, Terms terms) {
        resume(metric -> true, at, by, terms);
        List<Promise> open = all.stream().filter(Promise::isOpen).toList();
        withdraw(metric -> true, at, by);
        return open;
    }

    /**
     * What was owed on another ticket is owed here, where it is due before what is owed here already. Of each metric the
     * earliest due time wins; a verdict that has fallen stays.
     */
    void takeOver(Promise other, long from, Instant at, @Nullable Long by) {
        boolean sooner = all.stream()
                .filter(of(other.metric()).and(Promise::isOpen))
                .allMatch(own -> other.dueAt().isBefore(own.dueAt()));
        if (sooner) {
            carry(other);
            listener.happened(
                    at,
                    by,
                    new TicketEvent.PromiseMade(
                            other.metric(),
                            other.severity(),
                            other.target(),
                            other.dueAt(),
                            other.policyVersion(),
                            other.calendarVersion(),
                            TicketEvent.Carried.of(other, from)));
        }
    }

    void carry(Promise other) {
        carry(other, all);
    }

    static void carry(Promise other, List<Promise> promises) {
        promises.removeIf(of(other.metric()).and(Promise::isOpen));
        promises.add(other);
    }

    private void withdraw(Predicate<Metric> metrics, Instant at, @Nullable Long by) {
        change(
                promise -> metrics.test(promise.metric()) ? promise.withdrawn(at) : promise,
                (before, after) ->
                        listener.happened(at, by, new TicketEvent.PromiseWithdrawn(after.metric(), after.dueAt())));
    }

    void pause(Instant at, @Nullable Long by) {
        change(
                promise -> promise.paused(at),
                (before, after) -> listener.happened(at, by, new TicketEvent.PromisePaused(after.metric())));
    }

    void resume(Predicate<Metric> metrics, Instant at, @Nullable Long by, Terms terms) {
        change(
                promise -> metrics.test(promise.metric()) ? promise.resumed(at, terms) : promise,
                (before, after) -> listener.happened(
                        at,
                        by,
                        new TicketEvent.PromiseResumed(
                                after.metric(), after.dueAt(), after.policyVersion(), after.calendarVersion())));
    }

    void reclassify(Severity from, Severity to, Instant at, @Nullable Long by, Terms terms) {
        change(promise -> promise.reclassified(from, to, at, terms), (before, after) -> {
            if (!before.dueAt().equals(after.dueAt())) {
                listener.happened(
                        at,
                        by,
                        new TicketEvent.DueMoved(
                                after.metric(),
                                before.dueAt(),
                                after.dueAt(),
                                after.policyVersion(),
                                after.calendarVersion()));
            }
        });
    }

    void republish(Instant at, @Nullable Long by, Terms terms) {
        change(
                promise -> promise.republished(at, terms),
                (before, after) -> listener.happened(
                        at,
                        by,
                        new TicketEvent.PromiseMoved(
                                after.metric(),
                                before.dueAt(),
                                after.dueAt(),
                                after.target(),
                                after.policyVersion(),
                                after.calendarVersion())));
    }

    /** What time alone has done by now. */
    void look(Instant now) {
        change(
                promise -> promise.lookedAt(now),
                (before, after) -> listener.happened(
                        now,
                        null,
                        after.isOpen()
                                ? new TicketEvent.PromiseWarned(after.metric(), after.dueAt())
                                : new TicketEvent.PromiseMissed(after.metric(), after.dueAt())));
    }

    /** When time alone will do something next; empty when it never will. */
    Optional<Instant> nextLook() {
        return nextLook(all);
    }

    static Optional<Instant> nextLook(List<Promise> promises) {
        return promises.stream().flatMap(promise -> promise.nextLook().stream()).min(Comparator.naturalOrder());
    }

    private static Predicate<Promise> of(Metric metric) {
        return promise -> promise.metric() == metric;
    }

    private interface Changed {
        void from(Promise before, Promise after);
    }

    private void change(UnaryOperator<Promise> step, Changed changed) {
        for (int i = 0; i < all.size(); i++) {
            Promise before = all.get(i);
            Promise after = step.apply(before);
            if (!after.equals(before)) {
                all.set(i, after);
                changed.from(before, after);
            }
        }
    }
}
