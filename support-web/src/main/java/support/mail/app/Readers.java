package support.mail.app;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import support.behalf.persistence.EndCustomers;
import support.mail.Letter;
import support.people.Viewer;
import support.people.persistence.People;
import support.ticket.Behalf;
import support.ticket.Ticket;
import support.ticket.TicketNumber;
import support.ticket.persistence.TicketViews;

/** Who outside the desk reads a ticket at this moment, and so may get letters with what stands on it. */
@Component
class Readers {
    private final People people;
    private final TicketViews tickets;
    private final EndCustomers endCustomers;

    Readers(People people, TicketViews tickets, EndCustomers endCustomers) {
        this.people = people;
        this.tickets = tickets;
        this.endCustomers = endCustomers;
    }

    /** Who raised it; empty when they cannot sign in any more. */
    Optional<Viewer> requester(Ticket ticket) {
        return people.viewer(ticket.facts().requester());
    }

    /** Whether a customer reads all of it: a partner's people do so while the end customer agrees. */
    boolean reads(Ticket ticket, Viewer reader) {
        return ticket.state().behalf() == null || tickets.reads(ticket.number(), reader);
    }

    /** Who else gets the answers: whoever was asked to the ticket, and the contact of an end customer whom it is shared with. */
    List<Viewer> others(Ticket ticket) {
        Stream<Viewer> participants =
                ticket.state().participants().stream().map(people::viewer).flatMap(Optional::stream);
        return Stream.concat(participants, contact(ticket).stream())
                .filter(reader -> reads(ticket, reader))
                .distinct()
                .toList();
    }

    /** The contact of the end customer, where they read it. */
    Optional<Viewer> contact(Ticket ticket) {
        return Optional.ofNullable(ticket.state().behalf())
                .map(Behalf::endCustomer)
                .flatMap(endCustomers::find)
                .flatMap(customer -> people.credentials(customer.contact()))
                .flatMap(known -> people.viewer(known.person()))
                .filter(reader -> reads(ticket, reader));
    }

    /**
     * Whether a letter that waited may go out: what it tells of a ticket, its reader may not read any more when an end
     * customer has taken its consent back since.
     */
    boolean mayRead(Letter letter) {
        TicketNumber ticket = letter.ticket();
        boolean tells = letter.kind() == Letter.Kind.PUBLIC_REPLY || letter.kind() == Letter.Kind.DUE_CHANGED;
        if (!tells || ticket == null || endCustomers.ofTicket(ticket.value()).isEmpty()) {
            return true;
        }
        return people.credentials(letter.recipient())
                .flatMap(known -> people.viewer(known.person()))
                .filter(reader -> tickets.reads(ticket, reader))
                .isPresent();
    }
}
