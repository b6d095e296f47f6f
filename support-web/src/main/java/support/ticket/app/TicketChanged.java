package support.ticket.app;

import java.util.List;
import support.ticket.Message;
import support.ticket.Ticket;
import support.ticket.TicketEvent;

/**
 * A ticket was raised or changed; published in the transaction that keeps it, so that what follows from it (letters,
 * timers) is kept with it or not at all.
 */
public record TicketChanged(Ticket ticket) {
    public List<TicketEvent> events() {
        return ticket.events();
    }

    public List<Message> messages() {
        return ticket.messages();
    }
}
