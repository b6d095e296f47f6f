package support.ticket.web;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import support.people.Viewer;
import support.ticket.persistence.LaneLists;
import support.ticket.persistence.TicketFilter;
import support.ticket.persistence.TicketLine;
import support.ticket.persistence.TicketLists;

/** The tickets that a customer may see. */
@Controller
class ListController {
    private static final int PAGE = 50;
    private static final int MOST_OWN = 200;

    private final TicketLists tickets;
    private final ListRows rows;
    private final LaneLists lane;
    private final Clock clock;

    ListController(TicketLists tickets, ListRows rows, LaneLists lane, Clock clock) {
        this.tickets = tickets;
        this.rows = rows;
        this.lane = lane;
        this.clock = clock;
    }

    @GetMapping("/tickets")
    String tickets(
            @RequestParam(defaultValue = "OPEN") TicketFilter.Progress show,
            @RequestParam(required = false) @Nullable String before,
            Viewer viewer,
            Model model) {
        if (viewer.staff()) {
            return "redirect:/queue";
        }
        page(tickets.newest(viewer, TicketFilter.of(show), number(before), PAGE + 1), viewer, model);
        model.addAttribute("show", show);
        model.addAttribute(
                "own", before == null && asksForAll(show, viewer) ? lane.ownWords(viewer, MOST_OWN) : List.of());
        return "ticket/list";
    }

    /** Hardly anybody has such tickets: who is no partner, or no more, finds them among all. */
    private static boolean asksForAll(TicketFilter.Progress show, Viewer viewer) {
        return viewer.activePartner() || show == TicketFilter.Progress.ALL;
    }

    private void page(List<TicketLine> lines, Viewer viewer, Model model) {
        List<TicketLine> page = lines.subList(0, Math.min(PAGE, lines.size()));
        model.addAttribute("rows", rows.of(page, clock.instant(), viewer));
        model.addAttribute("more", lines.size() > PAGE ? page.getLast().number().value() : null);
    }

    private static @Nullable Long number(@Nullable String before) {
        if (before == null) {
            return null;
        }
        return Pages.number(before).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    }
}
