package support.ticket.app;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import support.people.Viewer;
import support.people.persistence.People;
import support.sla.Terms;
import support.sla.app.CurrentTerms;
import support.ticket.Relation;
import support.ticket.Status;
import support.ticket.Ticket;
import support.ticket.TicketEvent;
import support.ticket.TicketNumber;
import support.ticket.persistence.TicketLinks;

/**
 * What is done to two tickets at once: one goes on in the other, or is linked with it. Both are found in the order of their
 * numbers, so that two who do it at once wait for each other and never in a circle.
 */
@Component
@Transactional
public class Joining {
    /** @param seen the version of the ticket on the page that was confirmed */
    public record Seen(TicketNumber number, int version) {}

    private final TicketLinks links;
    private final People people;
    private final CurrentTerms terms;
    private final TicketKeeping keeping;
    private final Clock clock;

    Joining(TicketLinks links, People people, CurrentTerms terms, TicketKeeping keeping, Clock clock) {
        this.links = links;
        this.people = people;
        this.terms = terms;
        this.keeping = keeping;
        this.clock = clock;
    }

    /**
     * @param sure whether somebody has confirmed that two people may read each other's words
     * @throws StaleTicket when either has changed since
     */
    public void merge(Seen one, Seen into, boolean sure, Viewer by) {
        Terms held = terms.hold();
        both(one.number, into.number, by, (source, target) -> {
            if (source.state().version() != one.version || target.state().version() != into.version) {
                throw new StaleTicket(one.version);
            }
            long organisation = source.facts().organisation();
            source.mergeInto(target, person -> belongs(person, organisation), sure, by, clock.instant(), held);
        });
    }

    private boolean belongs(long person, long organisation) {
        return people.viewer(person)
                .filter(viewer -> Long.valueOf(organisation).equals(viewer.organisation()))
                .isPresent();
    }

    /** What stood between the two before is replaced. */
    public void link(TicketNumber one, Relation relation, TicketNumber other, Viewer by) {
        Instant now = clock.instant();
        both(one, other, by, (ticket, second) -> {
            ticket.link(relation, second.number(), by, now);
            second.link(relation.other(), ticket.number(), by, now);
        });
    }

    public void unlink(TicketNumber one, TicketNumber other, Viewer by) {
        Instant now = clock.instant();
        both(
                one,
                other,
                by,
                (ticket, second) -> links.between(ticket.number(), second.number())
                        .ifPresent(relation -> {
                            ticket.unlink(relation, second.number(), by, now);
                            second.unlink(relation.other(), ticket.number(), by, now);
                        }));
    }

    private void both(TicketNumber one, TicketNumber other, Viewer by, BiConsumer<Ticket, Ticket> verb) {
        boolean inOrder = one.value() <= other.value();
        Ticket first = found(inOrder ? one : other, by);
        Ticket second = found(inOrder ? other : one, by);
        if (first.number().equals(second.number())) {
            second = first;
        }
        Ticket source = inOrder ? first : second;
        Ticket target = inOrder ? second : first;
        verb.accept(source, target);
        List.of(source, target).forEach(keeping::keep);
    }

    private Ticket found(TicketNumber number, Viewer by) {
        return keeping.found(number, by);
    }

    /** Whoever has a duplicate reads in its history that the original is done. */
    @EventListener
    public void on(TicketChanged change) {
        change.events().forEach(event -> {
            if (event.what() instanceof TicketEvent.StatusChanged(Status from, Status to)
                    && to.isDone()
                    && !from.isDone()) {
                tell(change.ticket().number(), to);
            }
        });
    }

    private void tell(TicketNumber original, Status done) {
        for (TicketNumber duplicate : links.duplicates(original)) {
            keeping.find(duplicate)
                    .filter(ticket -> !ticket.state().status().isDone())
                    .ifPresent(ticket -> {
                        ticket.hearOfOriginal(original, done, clock.instant());
                        keeping.keep(ticket);
                    });
        }
    }
}
