package support.ticket.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import support.people.Viewer;
import support.site.web.FormProblems;
import support.sla.RequestType;
import support.ticket.Refusal;
import support.ticket.TicketNumber;
import support.ticket.app.Splitting;
import support.ticket.app.StaleTicket;
import support.ticket.persistence.TicketView;

/** An agent chooses what of a conversation becomes a ticket of its own. */
@Controller
@RequestMapping("/tickets/{number}/split")
class SplitController {
    private final Splitting splitting;
    private final TicketPage page;
    private final FormProblems problems;

    SplitController(Splitting splitting, TicketPage page, FormProblems problems) {
        this.splitting = splitting;
        this.page = page;
        this.problems = problems;
    }

    @GetMapping
    String choose(@PathVariable TicketNumber number, Viewer viewer, Model model) {
        TicketView ticket = page.find(number, viewer);
        FormProblems.none(model);
        return show(ticket, SplitForm.of(ticket.state().severity()), model);
    }

    @PostMapping
    String split(
            @PathVariable TicketNumber number,
            @Valid @ModelAttribute("form") SplitForm form,
            BindingResult errors,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        TicketView ticket = page.find(number, viewer);
        boolean idea = ticket.facts().type() == RequestType.IDEA;
        if (idea != (form.severity() == null)) {
            errors.rejectValue("severity", idea ? "ticket.refused.NO_SEVERITY" : "raise.severity.empty");
        }
        Optional<TicketNumber> fresh = errors.hasErrors() ? Optional.empty() : attempt(number, form, errors, viewer);
        if (fresh.isPresent()) {
            return "redirect:/tickets/" + fresh.get() + "?split="
                    + ticket.facts().number();
        }
        problems.refuse(errors, model, response);
        return show(ticket, form, model);
    }

    private Optional<TicketNumber> attempt(TicketNumber number, SplitForm form, BindingResult errors, Viewer viewer) {
        try {
            return Optional.of(splitting.split(number, form.seenVersion(), form.part(), viewer));
        } catch (StaleTicket stale) {
            errors.reject("ticket.stale");
        } catch (Refusal refusal) {
            errors.reject("ticket.refused." + refusal.reason());
        }
        return Optional.empty();
    }

    private static String show(TicketView ticket, SplitForm form, Model model) {
        model.addAttribute("ticket", ticket);
        model.addAttribute("form", form);
        return "ticket/split";
    }
}
