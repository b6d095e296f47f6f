package support.ticket.web;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import support.people.Viewer;
import support.ticket.TicketNumber;
import support.ticket.app.NoSuchTicket;
import support.ticket.persistence.OwnWords;
import support.ticket.persistence.TicketViews;

/** A ticket of which a partner's people read what they wrote themselves, and why that is all. */
@Component
class OwnWordsPage {
    static final String VIEW = "ticket/own-words";

    private final TicketViews tickets;
    private final Composer composer;
    private final Clock clock;

    OwnWordsPage(TicketViews tickets, Composer composer, Clock clock) {
        this.tickets = tickets;
        this.composer = composer;
        this.clock = clock;
    }

    boolean is(TicketNumber number, Viewer viewer) {
        return tickets.ownWords(number, viewer).isPresent();
    }

    String show(TicketNumber number, WordsForm form, Viewer viewer, Model model) {
        OwnWords words = tickets.ownWords(number, viewer).orElseThrow(() -> new NoSuchTicket(number));
        model.addAttribute("ticket", words);
        model.addAttribute("consent", words.customer().consent(clock.instant()));
        composer.show(number, form, viewer, model);
        return VIEW;
    }
}
