package support.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import support.sla.Promise;
import support.sla.Severity;
import support.sla.Terms;

/**
 * Goes by what people did alone: what the desk made of it then (promised, moved, warned, withdrew) is made anew. The clock
 * looks before each step and at the end, as if no timer had ever been late.
 */
final class ReplayAsIf implements Replay {
    private final Terms terms;
    private final Instant now;

    ReplayAsIf(Terms terms, Instant now) {
        this.terms = terms;
        this.now = now;
    }

    @Override
    public Optional<Promise> of(List<TicketEvent> history) {
        if (history.isEmpty() || !(history.getFirst().what() instanceof TicketEvent.Raised raised)) {
            throw new IllegalArgumentException("a history begins with the raising of the ticket");
        }
        if (raised.severity() == null) {
            return Optional.empty();
        }
        Course course = new Course(raised, raised.severity());
        history.forEach(course::go);
        return course.until(now);
    }

    /** Of one ticket. */
    private final class Course {
        private final TicketEvent.Raised raised;
        private Severity severity;
        private @Nullable Promise promise;
        private boolean answered;

        Course(TicketEvent.Raised raised, Severity severity) {
            this.raised = raised;
            this.severity = severity;
        }

        void go(TicketEvent event) {
            Instant at = event.at();
            until(at);
            switch (event.what()) {
                case TicketEvent.Raised first -> promise(at);
                case TicketEvent.SeverityChanged changed -> reclassify(at, changed);
                case TicketEvent.DeskReplied replied -> answer(at);
                case TicketEvent.StatusChanged changed -> move(at, changed.to());
                case TicketEvent.CustomerReplied replied -> reply(at);
                default -> {}
            }
        }

        Optional<Promise> until(Instant at) {
            if (promise != null) {
                promise = promise.lookedAt(at);
            }
            return Optional.ofNullable(promise);
        }

        private void promise(Instant at) {
            Promise.firstResponse(at, raised.type(), severity, raised.lane(), terms)
                    .ifPresent(made -> promise = made);
        }

        private void reclassify(Instant at, TicketEvent.SeverityChanged changed) {
            severity = changed.to();
            if (promise != null) {
                promise = promise.reclassified(changed.from(), changed.to(), at, terms);
            }
        }

        private void answer(Instant at) {
            answered = true;
            if (promise != null) {
                promise = promise.answered(at);
            }
        }

        /** A ticket that is done without an answer: nobody asks for one any more. */
        private void move(Instant at, Status to) {
            if (to.isDone() && promise != null) {
                promise = promise.withdrawn(at);
            }
        }

        private void reply(Instant at) {
            if (!answered && promise != null && promise.verdict() == Promise.Verdict.WITHDRAWN) {
                promise(at);
            }
        }
    }
}
