package support.macro.web;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import support.macro.Macro;
import support.macro.Variable;
import support.macro.app.MacroDesk;
import support.macro.app.Preparing;
import support.macro.persistence.Macros;
import support.people.Viewer;
import support.site.web.Typed;
import support.ticket.Status;
import support.ticket.TicketNumber;
import support.ticket.app.NoSuchTicket;
import support.ticket.app.Preparations.Prepared;
import support.ticket.persistence.TicketView;
import support.ticket.persistence.TicketViews;

/** Chooses a macro for the answer that somebody is writing on a ticket. */
@Controller
@RequestMapping("/tickets/{number}/macros")
class UsingController {
    /**
     * Public, so that what templates say of it can be compiled.
     *
     * @param text with nothing left open
     * @param leads whether the ticket can go on with the status of the macro; also where it names none
     */
    public record Choice(Macro macro, String text, Prepared prepared, boolean leads) {}

    private final TicketViews tickets;
    private final Macros macros;
    private final MacroDesk desk;
    private final Filling filling;

    UsingController(TicketViews tickets, Macros macros, MacroDesk desk, Filling filling) {
        this.tickets = tickets;
        this.macros = macros;
        this.desk = desk;
        this.filling = filling;
    }

    /** @param part the list alone, asked for by script */
    @GetMapping
    String choose(
            @PathVariable TicketNumber number,
            @RequestParam(defaultValue = "false") boolean part,
            Viewer viewer,
            Model model) {
        TicketView ticket = find(number, viewer);
        Map<Variable, String> values = filling.values(ticket, viewer);
        List<Choice> choices = macros.of(viewer).stream()
                .map(line -> choice(line, ticket, values, viewer))
                .toList();
        model.addAttribute("ticket", ticket);
        model.addAttribute("choices", choices);
        return part ? "macro/part/macro :: choices" : "macro/choose";
    }

    private Choice choice(Macros.Line line, TicketView ticket, Map<Variable, String> values, Viewer viewer) {
        Status next = line.macro().next();
        boolean leads = next == null || MacroDesk.leadsTo(next, ticket);
        return new Choice(line.macro(), filling.text(line.macro(), values), Preparing.of(line, viewer), leads);
    }

    @PostMapping
    String use(@PathVariable TicketNumber number, @RequestParam(defaultValue = "") String macro, Viewer viewer) {
        TicketView ticket = find(number, viewer);
        return macros.find(Typed.number(macro), viewer)
                .map(Macros.Line::macro)
                .map(chosen -> desk.use(chosen, filling.text(chosen, filling.values(ticket, viewer)), ticket, viewer))
                .map(fits -> "redirect:/tickets/" + number + (fits ? "#reply" : "/macros?long"))
                .orElse("redirect:/tickets/" + number + "/macros?gone");
    }

    private TicketView find(TicketNumber number, Viewer viewer) {
        return tickets.find(number, viewer).orElseThrow(() -> new NoSuchTicket(number));
    }
}
