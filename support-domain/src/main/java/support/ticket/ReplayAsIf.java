package support.ticket;

import java.time.Instant;
import java.util.List;
import support.sla.Metric;
import support.sla.Promise;
import support.sla.RefusedTerms;
import support.sla.RequestType;
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
    public List<Promise> of(List<TicketEvent> history) {
        if (history.isEmpty() || !(history.getFirst().what() instanceof TicketEvent.Raised raised)) {
            throw new IllegalArgumentException("a history begins with the raising of the ticket");
        }
        if (raised.severity() == null) {
            return List.of();
        }
        Course course = new Course(raised, raised.severity());
        history.forEach(course::go);
        return course.until(now);
    }

    /** Of one ticket. */
    private final class Course {
        private final Promises promises;
        private final RequestType type;
        private Severity severity;
        private boolean answered;
        private boolean promised;
        private boolean waits;

        Course(TicketEvent.Raised raised, Severity severity) {
            this.promises = new Promises(
                    raised.type(),
                    raised.lane(),
                    raised.coverage().admission().isPromised(),
                    List.of(),
                    (at, by, what) -> {});
            this.promised = raised.coverage().admission().isPromised();
            this.type = raised.type();
            this.severity = severity;
        }

        void go(TicketEvent event) {
            Instant at = event.at();
            promises.look(at);
            switch (event.what()) {
                case TicketEvent.Raised first -> promises.raised(severity, at, terms);
                case TicketEvent.LaneChanged changed -> promises.take(changed.to());
                case TicketEvent.SeverityChanged changed -> reclassify(at, changed);
                case TicketEvent.DeskReplied replied -> answer(at);
                case TicketEvent.StatusChanged changed -> move(at, changed);
                case TicketEvent.CustomerReplied replied -> promises.written(answered, severity, at, terms);
                case TicketEvent.PromiseMade made -> name(at, made);
                case TicketEvent.MergedInto merged -> promises.handOver(at, null, terms);
                case TicketEvent.SplitInto split -> rest(at, split);
                case TicketEvent.CoverageChecked checked ->
                    admit(at, checked.coverage().admission().isPromised());
                case TicketEvent.CoverageAccepted accepted -> admit(at, true);
                case TicketEvent.CoverageDeclined declined -> decline(at);
                case TicketEvent.QuotationAccepted ordered -> order(at);
                case TicketEvent.QuotationDeclined declined -> promised = false;
                default -> {}
            }
        }

        private void rest(Instant at, TicketEvent.SplitInto split) {
            if (split.rests()) {
                promises.restHere(at, null);
            }
        }

        List<Promise> until(Instant at) {
            promises.look(at);
            return promises.all();
        }

        private void reclassify(Instant at, TicketEvent.SeverityChanged changed) {
            severity = changed.to();
            promises.reclassify(changed.from(), changed.to(), at, null, terms);
        }

        private void admit(Instant at, boolean now) {
            if (now && !promised) {
                promised = true;
                promises.accepted(answered, severity, at, terms);
            }
        }

        private void order(Instant at) {
            promised = true;
            promises.ordered(severity, at, terms);
        }

        private void decline(Instant at) {
            promised = false;
            promises.declined(at, null);
        }

        private void answer(Instant at) {
            answered = true;
            promises.resume(Metric::isAnswer, at, null, terms);
            promises.done(Metric::isAnswer, at, null);
        }

        private void move(Instant at, TicketEvent.StatusChanged changed) {
            waits = changed.to() == Status.WAITING_FOR_CUSTOMER;
            promises.leave(changed.from(), at, null, terms);
            promises.enter(changed.from(), changed.to(), severity, at, null, terms);
        }

        /** A person named the day: it stands under any terms, unless there is no business time until then. */
        private void name(Instant at, TicketEvent.PromiseMade made) {
            if (made.carried() != null) {
                made.carried().promise(type, made, terms).ifPresent(promises::carry);
                if (waits) {
                    promises.pause(at, null);
                }
            } else if (made.metric() == Metric.NEXT_NEWS) {
                try {
                    promises.add(promises.nextNews(severity, made.dueAt(), at, terms), at, null);
                } catch (RefusedTerms closed) {
                    // not to be promised under these terms: a rehearsal shows it as promised no more
                }
            }
        }
    }
}
