package support.ticket.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import support.people.Viewer;
import support.people.persistence.People;
import support.team.Team;
import support.ticket.Refusal;
import support.ticket.TicketNumber;
import support.ticket.app.Giving;
import support.ticket.persistence.WaitingTickets;

/** A lead gives out what waits, and gives back to all what waits with somebody who is away. */
@Controller
class GivingController {
    /**
     * What became of one ticket.
     *
     * @param refused why it was not given; null when it was, and on a plan
     */
    record Line(TicketNumber number, String to, Refusal.@Nullable Reason refused) {}

    private final Giving giving;
    private final WaitingTickets waiting;
    private final People people;

    GivingController(Giving giving, WaitingTickets waiting, People people) {
        this.giving = giving;
        this.waiting = waiting;
        this.people = people;
    }

    @GetMapping("/team/waiting")
    String plan(Model model) {
        List<Line> lines = giving.plan().stream().map(gift -> line(gift, null)).toList();
        model.addAttribute("lines", lines);
        model.addAttribute("given", false);
        return "team/waiting";
    }

    /** By who is there and what waits now, which may be other than the page showed. */
    @PostMapping("/team/waiting")
    String give(Viewer viewer, Model model) {
        List<Line> lines = new ArrayList<>();
        for (Team.Gift gift : giving.plan()) {
            try {
                giving.give(gift, viewer);
                lines.add(line(gift, null));
            } catch (Refusal meanwhile) {
                lines.add(line(gift, meanwhile.reason()));
            }
        }
        model.addAttribute("lines", lines);
        model.addAttribute("given", true);
        model.addAttribute(
                "went", lines.stream().filter(line -> line.refused() == null).count());
        return "team/waiting";
    }

    private static Line line(Team.Gift gift, Refusal.@Nullable Reason refused) {
        return new Line(new TicketNumber(gift.ticket()), gift.to().name(), refused);
    }

    @PostMapping("/team/{id}/returns")
    String takeBack(@PathVariable long id, Viewer viewer) {
        if (!people.answers(id)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        waiting.of(id, Giving.MOST).forEach(number -> giving.takeBack(number, id, viewer));
        return "redirect:/team/" + id + "?returned";
    }
}
