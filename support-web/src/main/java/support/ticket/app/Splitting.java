package support.ticket.app;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import support.people.Viewer;
import support.sla.Terms;
import support.sla.app.CurrentTerms;
import support.ticket.Part;
import support.ticket.Ticket;
import support.ticket.TicketNumber;
import support.ticket.persistence.TicketViews;

/** Makes a part of a conversation a ticket of its own. */
@Component
@Transactional
public class Splitting {
    private final TicketKeeping keeping;
    private final TicketViews tickets;
    private final CurrentTerms terms;
    private final Clock clock;

    Splitting(TicketKeeping keeping, TicketViews tickets, CurrentTerms terms, Clock clock) {
        this.keeping = keeping;
        this.tickets = tickets;
        this.terms = terms;
        this.clock = clock;
    }

    /**
     * @param seen the version of the ticket on the page: of two who split it at once one does
     * @return the number of the new ticket
     * @throws StaleTicket when it has another by now
     */
    public TicketNumber split(TicketNumber number, int seen, Part part, Viewer by) {
        Terms held = terms.hold();
        Ticket ticket = keeping.found(number, by);
        if (ticket.state().version() != seen) {
            throw new StaleTicket(seen);
        }
        Ticket fresh = ticket.split(keeping.next(), part, tickets.said(ticket.number()), by, clock.instant(), held);
        keeping.begin(fresh);
        keeping.keep(ticket);
        return fresh.number();
    }
}
