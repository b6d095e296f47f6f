package support.ticket.app;

import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import support.people.Viewer;
import support.ticket.Ticket;
import support.ticket.TicketNumber;
import support.ticket.Tickets;

/** Finds the tickets that a feature changes, and keeps what became of them: whatever is kept is told to all who listen. */
@Component
public class TicketKeeping {
    private final Tickets tickets;
    private final ApplicationEventPublisher listeners;

    TicketKeeping(Tickets tickets, ApplicationEventPublisher listeners) {
        this.tickets = tickets;
        this.listeners = listeners;
    }

    /** @throws NoSuchTicket when there is none for this person */
    public Ticket found(TicketNumber number, Viewer by) {
        return tickets.find(number, by).orElseThrow(() -> new NoSuchTicket(number));
    }

    /** For the desk itself. */
    public Optional<Ticket> find(TicketNumber number) {
        return tickets.find(number);
    }

    TicketNumber next() {
        return tickets.nextNumber();
    }

    /** Keeps a new ticket. */
    void begin(Ticket ticket) {
        tickets.add(ticket);
        listeners.publishEvent(new TicketChanged(ticket));
    }

    /** Nothing is kept, or told, where nothing has happened. */
    public void keep(Ticket ticket) {
        if (!ticket.events().isEmpty()) {
            tickets.save(ticket);
            listeners.publishEvent(new TicketChanged(ticket));
        }
    }
}
