package support.bulk.app;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import support.bulk.Bulk;
import support.bulk.Chosen;
import support.bulk.Fate;
import support.bulk.Trace;
import support.bulk.persistence.Bulks;
import support.people.Viewer;
import support.people.persistence.People;
import support.sla.Terms;
import support.sla.app.CurrentTerms;
import support.ticket.Ticket;
import support.ticket.TicketNumber;
import support.ticket.TicketState;
import support.ticket.app.TicketKeeping;

/**
 * One ticket of several: what is done to it, and what is kept of that, in a transaction of its own. Its line is locked first, so
 * that a form that arrives twice does it once.
 */
@Component
@Transactional
class BulkTicket {
    private final Bulks bulks;
    private final Deeds deeds;
    private final TicketKeeping keeping;
    private final CurrentTerms terms;
    private final People people;
    private final Clock clock;

    BulkTicket(Bulks bulks, Deeds deeds, TicketKeeping keeping, CurrentTerms terms, People people, Clock clock) {
        this.bulks = bulks;
        this.deeds = deeds;
        this.keeping = keeping;
        this.terms = terms;
        this.people = people;
        this.clock = clock;
    }

    /** @throws LeftAsItWas among others, when it cannot be done */
    void go(Bulk bulk, TicketNumber number, Viewer by) {
        Bulks.Line line = bulks.lock(bulk.nonce(), by, number);
        if (line.fate() == Fate.WAITING) {
            Terms held = terms.hold();
            Ticket ticket = itself(number, by);
            refuse(bulk, line.chosen(), ticket);
            TicketState before = ticket.state();
            deeds.go(bulk.deed(), ticket, by, clock.instant(), held);
            keeping.keep(ticket);
            bulks.keep(bulk.nonce(), by, number, Trace.of(before, ticket));
        }
    }

    private void refuse(Bulk bulk, Chosen chosen, Ticket ticket) {
        if (deeds.isDone(bulk.deed(), ticket)) {
            throw new LeftAsItWas(Fate.ALREADY);
        }
        if (ticket.state().version() != chosen.seen()) {
            throw new LeftAsItWas(Fate.CHANGED);
        }
    }

    /** What is done to one that was merged must not be done to the other, which nobody has chosen. */
    private Ticket itself(TicketNumber number, Viewer by) {
        Ticket ticket = keeping.found(number, by);
        if (!ticket.number().equals(number)) {
            throw new LeftAsItWas(Fate.MERGED);
        }
        return ticket;
    }

    void leave(Bulk bulk, TicketNumber number, Viewer by, Fate fate) {
        if (bulks.lock(bulk.nonce(), by, number).fate() == Fate.WAITING) {
            bulks.keep(bulk.nonce(), by, number, fate);
        }
    }

    /** @throws LeftAsItWas among others, when it cannot be taken back */
    void undo(Bulk bulk, TicketNumber number, Viewer by) {
        Bulks.Line line = bulks.lock(bulk.nonce(), by, number);
        Trace trace = line.trace();
        if (trace != null && line.canBeUndone()) {
            Terms held = terms.hold();
            Instant now = clock.instant();
            Ticket ticket = itself(number, by);
            if (!trace.isFresh(ticket.state())) {
                throw new LeftAsItWas(Fate.CHANGED);
            }
            trace.takeBack(ticket, people::answers, by, now, held);
            keeping.keep(ticket);
            bulks.keepUndone(bulk.nonce(), by, number, Fate.UNDONE);
        }
    }

    void leaveUndone(Bulk bulk, TicketNumber number, Viewer by, Fate fate) {
        if (bulks.lock(bulk.nonce(), by, number).canBeUndone()) {
            bulks.keepUndone(bulk.nonce(), by, number, fate);
        }
    }
}
