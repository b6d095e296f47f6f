package support.ticket.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import support.people.Viewer;
import support.site.web.FormProblems;
import support.ticket.Refusal;
import support.ticket.TicketNumber;
import support.ticket.app.TicketDesk;

/** A partner's person lets the end customer read what they have filed for it. */
@Controller
class SharingController {
    private final TicketDesk desk;
    private final TicketPage page;

    SharingController(TicketDesk desk, TicketPage page) {
        this.desk = desk;
        this.page = page;
    }

    @PostMapping("/tickets/{number}/sharing")
    String share(@PathVariable TicketNumber number, Viewer viewer, Model model, HttpServletResponse response) {
        try {
            desk.share(number, viewer);
            return "redirect:/tickets/" + number;
        } catch (Refusal refusal) {
            model.addAttribute("problem", "ticket.refused." + refusal.reason());
            FormProblems.none(model);
            response.setStatus(HttpStatus.CONFLICT.value());
            return page.show(number, WordsForm.empty(), viewer, model);
        }
    }
}
