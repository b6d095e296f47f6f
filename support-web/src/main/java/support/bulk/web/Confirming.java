package support.bulk.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import support.bulk.Chosen;
import support.bulk.Fate;
import support.bulk.Fit;
import support.macro.Macro;
import support.macro.app.Preparing;
import support.macro.persistence.Macros;
import support.macro.web.Filling;
import support.people.Viewer;
import support.ticket.TicketNumber;
import support.ticket.Words;
import support.ticket.persistence.TicketView;
import support.ticket.persistence.TicketViews;

/** Shows what each customer would be sent, before anything is. */
@Component
class Confirming {
    /**
     * What one ticket would get. Public, so that what templates say of it can be compiled.
     *
     * @param value as a form sends it
     * @param why it is left as it is; null when it is answered
     * @param text with nothing left open; empty where it is left as it is
     */
    public record Answer(
            TicketNumber number,
            String value,
            String summary,
            String requester,
            @Nullable Fate why,
            String text) {}

    private final TicketViews tickets;
    private final Filling filling;

    Confirming(TicketViews tickets, Filling filling) {
        this.tickets = tickets;
        this.filling = filling;
    }

    void show(Macros.Line line, List<Chosen> chosen, Viewer viewer, Model model) {
        List<Answer> answers =
                chosen.stream().map(one -> answer(line.macro(), one, viewer)).toList();
        model.addAttribute("answers", answers);
        model.addAttribute(
                "sent", answers.stream().filter(answer -> answer.why() == null).count());
        model.addAttribute("macro", line.macro());
        model.addAttribute("assignee", Preparing.of(line, viewer).assignee());
    }

    private Answer answer(Macro macro, Chosen chosen, Viewer viewer) {
        Optional<TicketView> found = tickets.find(chosen.number(), viewer);
        if (found.isEmpty()) {
            return new Answer(chosen.number(), chosen.toString(), "", "", Fate.NOT_FOUND, "");
        }
        TicketView ticket = found.get();
        String text = filling.text(macro, filling.values(ticket, viewer));
        Fate why = why(macro, chosen, ticket, text);
        return new Answer(
                chosen.number(),
                chosen.toString(),
                ticket.facts().summary(),
                ticket.requester(),
                why,
                why == null ? text : "");
    }

    private static @Nullable Fate why(Macro macro, Chosen chosen, TicketView ticket, String text) {
        if (!ticket.facts().number().equals(chosen.number())) {
            return Fate.MERGED;
        }
        if (ticket.state().version() != chosen.seen()) {
            return Fate.CHANGED;
        }
        if (text.length() > Words.LONGEST) {
            return Fate.TOO_LONG;
        }
        return Fit.hindrance(macro, ticket.facts().type(), ticket.state().status())
                .orElse(null);
    }
}
