package support.ticket.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import support.people.Viewer;
import support.ticket.TicketNumber;
import support.ticket.app.Snoozing;

/** Agents set a ticket aside, and take it up again. */
@Controller
@RequestMapping("/tickets/{number}/snooze")
class SnoozeController {
    private final Snoozing snoozing;
    private final SnoozeTimes times;
    private final TicketPage page;
    private final TicketDeeds deeds;

    SnoozeController(Snoozing snoozing, SnoozeTimes times, TicketPage page, TicketDeeds deeds) {
        this.snoozing = snoozing;
        this.times = times;
        this.page = page;
        this.deeds = deeds;
    }

    /** Day and time are read where another time than those on offer is chosen. */
    @PostMapping
    String snooze(
            @PathVariable TicketNumber number,
            @RequestParam(defaultValue = "-1") int seen,
            @RequestParam SnoozeTimes.When until,
            @RequestParam(required = false) @Nullable String day,
            @RequestParam(required = false) @Nullable String time,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        page.find(number, viewer);
        Optional<Instant> at = times.chosen(until, day, time, viewer.zone());
        if (at.isEmpty() || times.isTooFar(at.get())) {
            String problem = at.isEmpty() ? "snooze.unreadable" : "snooze.far";
            return deeds.refuse(number, problem, viewer, model, response);
        }
        return deeds.run(
                number,
                "#main",
                "snooze.unreadable",
                viewer,
                model,
                response,
                () -> snoozing.snooze(number, seen, at.get(), viewer));
    }

    @PostMapping("/removal")
    String wake(@PathVariable TicketNumber number, Viewer viewer) {
        snoozing.wake(number, viewer);
        return "redirect:/tickets/" + number;
    }
}
