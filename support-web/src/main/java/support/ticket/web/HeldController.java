package support.ticket.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import support.people.Viewer;
import support.ticket.TicketNumber;
import support.ticket.app.Departures;
import support.ticket.app.HeldReplies;

/** What becomes of one's own reply while it waits to leave. */
@Controller
@RequestMapping("/tickets/{number}/held")
class HeldController {
    private final HeldReplies held;
    private final Departures departures;
    private final TicketPage page;

    HeldController(HeldReplies held, Departures departures, TicketPage page) {
        this.held = held;
        this.departures = departures;
        this.page = page;
    }

    @PostMapping("/removal")
    String undo(@PathVariable TicketNumber number, Viewer viewer) {
        TicketNumber goesOnIn = page.find(number, viewer).facts().number();
        boolean back = held.takeBack(goesOnIn, viewer);
        return "redirect:/tickets/" + goesOnIn + (back ? "#reply" : "?left#latest");
    }

    @PostMapping("/sending")
    String sendNow(@PathVariable TicketNumber number, Viewer viewer) {
        TicketNumber goesOnIn = page.find(number, viewer).facts().number();
        departures.leaveNow(goesOnIn, viewer);
        return "redirect:/tickets/" + goesOnIn + "#latest";
    }
}
