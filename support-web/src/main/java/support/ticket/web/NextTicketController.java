package support.ticket.web;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import support.people.Viewer;
import support.ticket.app.NextTicket;

/** Whoever answers takes what is next. */
@Controller
class NextTicketController {
    private final NextTicket next;

    NextTicketController(NextTicket next) {
        this.next = next;
    }

    /** @param nonce names the form that was sent */
    @PostMapping("/queue/next")
    String take(@RequestParam UUID nonce, Viewer viewer) {
        return next.take(nonce, viewer)
                .map(number -> "redirect:/tickets/" + number)
                .orElse("redirect:/queue?nothing");
    }
}
