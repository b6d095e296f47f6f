package support.ticket.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import support.people.Viewer;
import support.ticket.Refusal;
import support.ticket.Relation;
import support.ticket.TicketNumber;
import support.ticket.app.Joining;
import support.ticket.app.NoSuchTicket;
import support.ticket.app.StaleTicket;
import support.ticket.persistence.TicketView;
import support.ticket.persistence.TicketViews;

/** What is done to two tickets: one goes on in the other, which is confirmed first, or they are linked. */
@Controller
@RequestMapping("/tickets/{number}")
class JoiningController {
    private final Joining joining;
    private final TicketViews tickets;
    private final TicketPage page;
    private final DeskPanels desk;

    JoiningController(Joining joining, TicketViews tickets, TicketPage page, DeskPanels desk) {
        this.joining = joining;
        this.tickets = tickets;
        this.page = page;
        this.desk = desk;
    }

    /** What will happen. */
    @GetMapping("/merge")
    String confirm(
            @PathVariable TicketNumber number,
            @RequestParam(defaultValue = "") String into,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        return confirmed(number, into, null, viewer, model, response);
    }

    @PostMapping("/merge")
    String merge(
            @PathVariable TicketNumber number,
            @RequestParam int seen,
            @RequestParam TicketNumber into,
            @RequestParam int intoSeen,
            @RequestParam(defaultValue = "false") boolean sure,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        try {
            joining.merge(new Joining.Seen(number, seen), new Joining.Seen(into, intoSeen), sure, viewer);
            return "redirect:/tickets/" + into + "?from=" + number;
        } catch (StaleTicket stale) {
            return confirmed(number, into.toString(), "ticket.stale", viewer, model, response);
        } catch (Refusal refusal) {
            String why = "ticket.refused." + refusal.reason();
            return confirmed(number, into.toString(), why, viewer, model, response);
        }
    }

    private String confirmed(
            TicketNumber number,
            String into,
            @Nullable String problem,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        TicketView ticket = page.find(number, viewer);
        Optional<TicketView> other = TicketNumber.parse(into.strip()).flatMap(found -> tickets.find(found, viewer));
        String wrong = other.isEmpty() ? "join.unknown" : problem;
        if (wrong != null) {
            response.setStatus(HttpStatus.CONFLICT.value());
        }
        model.addAttribute("ticket", ticket);
        model.addAttribute("other", other.orElse(null));
        model.addAttribute("both", other.map(found -> List.of(ticket, found)).orElse(List.of()));
        model.addAttribute("problem", wrong);
        model.addAttribute("into", into);
        return "ticket/merge";
    }

    @PostMapping("/links")
    String link(
            @PathVariable TicketNumber number,
            @RequestParam Relation relation,
            @RequestParam(defaultValue = "") String other,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        page.find(number, viewer);
        try {
            TicketNumber second = TicketNumber.parse(other.strip()).orElseThrow(() -> new NoSuchTicket(number));
            joining.link(number, relation, second, viewer);
            return "redirect:/tickets/" + number + "#links";
        } catch (NoSuchTicket unknown) {
            return page.back(number, "join.unknown", viewer, model, response);
        } catch (Refusal refusal) {
            return page.back(number, "ticket.refused." + refusal.reason(), viewer, model, response);
        }
    }

    @PostMapping("/links/removal")
    String unlink(@PathVariable TicketNumber number, @RequestParam TicketNumber other, Viewer viewer) {
        joining.unlink(number, other, viewer);
        return "redirect:/tickets/" + number + "#links";
    }

    /** What happened to a ticket itself, also when it goes on in another one. */
    @GetMapping("/history")
    String history(
            @PathVariable TicketNumber number,
            @ModelAttribute("filter") HistoryFilter filter,
            Viewer viewer,
            Model model) {
        TicketView goesOnIn = page.find(number, viewer);
        List<TicketView.Event> history = tickets.ownHistory(number);
        model.addAttribute("number", number);
        model.addAttribute("ticket", goesOnIn);
        model.addAttribute("kinds", HistoryText.Kind.values());
        model.addAttribute("people", HistoryFilter.people(history));
        model.addAttribute(
                "history", desk.lines(history.stream().filter(filter::shows).toList()));
        return "ticket/history";
    }
}
