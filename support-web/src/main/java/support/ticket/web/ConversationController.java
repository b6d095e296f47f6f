package support.ticket.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import support.people.Viewer;
import support.site.web.FormProblems;
import support.ticket.Refusal;
import support.ticket.Status;
import support.ticket.TicketNumber;
import support.ticket.app.StaleTicket;
import support.ticket.app.TicketDesk;

/** What people write on a ticket. Whatever stands in the way, the page comes back with their words on it. */
@Controller
@RequestMapping("/tickets/{number}")
class ConversationController {
    private final TicketDesk desk;
    private final TicketPage page;
    private final FormFiles files;
    private final FormProblems problems;

    ConversationController(TicketDesk desk, TicketPage page, FormFiles files, FormProblems problems) {
        this.desk = desk;
        this.page = page;
        this.files = files;
        this.problems = problems;
    }

    @PostMapping("/replies")
    String reply(
            @PathVariable TicketNumber number,
            @Valid @ModelAttribute("form") WordsForm form,
            BindingResult errors,
            FilesForm sent,
            @RequestParam(defaultValue = "send") String action,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        page.find(number, viewer);
        files.take(sent, form.nonce(), viewer, errors);
        if (action.equals("send") && !errors.hasErrors()) {
            say(number, form, viewer, errors);
        }
        return after(number, form, errors, action, viewer, model, response);
    }

    @PostMapping("/notes")
    String note(
            @PathVariable TicketNumber number,
            @Valid @ModelAttribute("form") WordsForm form,
            BindingResult errors,
            FilesForm sent,
            @RequestParam(defaultValue = "send") String action,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        page.find(number, viewer);
        files.take(sent, form.nonce(), viewer, errors);
        if (action.equals("send") && !errors.hasErrors()) {
            desk.note(number, viewer, form.words());
        }
        model.addAttribute("composing", "note");
        return after(number, form, errors, action, viewer, model, response);
    }

    private void say(TicketNumber number, WordsForm form, Viewer viewer, BindingResult errors) {
        try {
            if (viewer.staff()) {
                desk.answer(number, viewer, form.seenVersion(), form.words(), form.nextOr(Status.WAITING_FOR_CUSTOMER));
            } else {
                desk.reply(number, viewer, form.words());
            }
        } catch (StaleTicket stale) {
            errors.reject("ticket.stale", "stale");
        } catch (Refusal refusal) {
            errors.reject("ticket.refused." + refusal.reason(), refusal.reason().name());
        }
    }

    private String after(
            TicketNumber number,
            WordsForm form,
            BindingResult errors,
            String action,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        if (action.equals("send") && !errors.hasErrors()) {
            return "redirect:/tickets/" + number + "#latest";
        }
        boolean failed = action.equals("send");
        if (failed) {
            problems.show(errors, model);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        } else {
            FormProblems.none(model);
            model.addAttribute("previewing", true);
        }
        return page.show(number, form, viewer, model);
    }
}
