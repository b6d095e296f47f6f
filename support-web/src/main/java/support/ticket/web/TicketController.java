package support.ticket.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import support.people.Viewer;
import support.site.web.FormProblems;
import support.ticket.TicketNumber;
import support.ticket.persistence.TicketView;

/** One ticket: its page, and the confirmation that it was raised. */
@Controller
class TicketController {
    private final TicketPage page;

    TicketController(TicketPage page) {
        this.page = page;
    }

    @GetMapping("/tickets/{number}")
    String show(
            @PathVariable TicketNumber number,
            @ModelAttribute("form") WordsForm given,
            BindingResult ignored,
            Viewer viewer,
            Model model) {
        FormProblems.none(model);
        String shown = page.show(number, given.begun(), viewer, model);
        if (model.getAttribute("ticket") instanceof TicketView ticket
                && !ticket.facts().number().equals(number)) {
            model.asMap().clear(); // none of it belongs into the address
            return "redirect:/tickets/" + ticket.facts().number() + "?from=" + number;
        }
        return shown;
    }

    @GetMapping("/tickets/{number}/confirmation")
    String confirmation(@PathVariable TicketNumber number, Viewer viewer, Model model) {
        FormProblems.none(model);
        String shown = page.show(number, WordsForm.empty(), viewer, model);
        model.addAttribute("fresh", true);
        return shown.equals(OwnWordsPage.VIEW) ? shown : "ticket/confirmation";
    }
}
