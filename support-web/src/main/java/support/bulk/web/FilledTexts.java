package support.bulk.web;

import org.springframework.stereotype.Component;
import support.bulk.app.Texts;
import support.macro.Macro;
import support.macro.web.Filling;
import support.people.Viewer;
import support.ticket.TicketNumber;
import support.ticket.app.NoSuchTicket;
import support.ticket.persistence.TicketViews;

/** Macros with what each ticket says put in, as its own page would do it. */
@Component
class FilledTexts implements Texts {
    private final TicketViews tickets;
    private final Filling filling;

    FilledTexts(TicketViews tickets, Filling filling) {
        this.tickets = tickets;
        this.filling = filling;
    }

    @Override
    public String fill(Macro macro, TicketNumber number, Viewer by) {
        return tickets.find(number, by)
                .map(ticket -> filling.text(macro, filling.values(ticket, by)))
                .orElseThrow(() -> new NoSuchTicket(number));
    }
}
