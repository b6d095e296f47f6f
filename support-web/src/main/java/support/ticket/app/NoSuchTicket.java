package support.ticket.app;

import support.ticket.TicketNumber;

/** There is no such ticket, or none that this viewer may see: to the viewer the same. */
public final class NoSuchTicket extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NoSuchTicket(TicketNumber number) {
        super(number.toString());
    }
}
