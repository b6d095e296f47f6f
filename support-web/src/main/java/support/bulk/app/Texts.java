package support.bulk.app;

import support.macro.Macro;
import support.people.Viewer;
import support.ticket.TicketNumber;

/** The words of a macro for one ticket, with nothing left open. */
public interface Texts {
    String fill(Macro macro, TicketNumber number, Viewer by);
}
