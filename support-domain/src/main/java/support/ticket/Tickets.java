package support.ticket;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import support.people.Viewer;

/** The shelf of tickets, for changing them: what is found here is locked until the transaction ends. */
public interface Tickets {
    TicketNumber nextNumber();

    /**
     * The ticket that this person raised with this form, if the form arrived before. A second arrival waits here until
     * the first is decided.
     */
    Optional<TicketNumber> raisedWith(UUID nonce, Viewer by);

    /** Whether this person wrote a message with this form before. A second arrival waits here until the first is decided. */
    boolean wroteWith(UUID nonce, Viewer by);

    /** Keeps a new ticket with its messages, events and the files staged under its form. */
    void add(Ticket ticket);

    /** The ticket, if the viewer reads all of it; to others it does not exist. */
    Optional<Ticket> find(TicketNumber number, Viewer viewer);

    /** The ticket, if the viewer may write on it: also one of which they read but the words of their own side. */
    Optional<Ticket> findToWrite(TicketNumber number, Viewer viewer);

    /** The ticket, for the desk's own timers. */
    Optional<Ticket> find(TicketNumber number);

    /** The tickets that a person was asked to. */
    List<TicketNumber> withParticipant(long person);

    /** The tickets that a partner has filed for an end customer. */
    List<TicketNumber> forEndCustomer(long endCustomer);

    /** Keeps what the verbs changed on a ticket that was found here. */
    void save(Ticket ticket);
}
