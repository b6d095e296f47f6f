package support.ticket.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import support.people.Viewer;
import support.ticket.TicketNumber;
import support.ticket.app.DraftDesk;

/** What one is writing on a ticket is kept while one writes. */
@Controller
@RequestMapping("/tickets/{number}/draft")
class DraftController {
    private final DraftDesk drafts;
    private final TicketPage page;

    DraftController(DraftDesk drafts, TicketPage page) {
        this.drafts = drafts;
        this.page = page;
    }

    /** Answers what stands below the text then; asked by script while one types. */
    @PostMapping
    String keep(
            @PathVariable TicketNumber number,
            @ModelAttribute("form") WordsForm form,
            BindingResult ignored,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        page.seen(number, viewer);
        boolean tooLong = form.isNoDraft();
        boolean kept = !tooLong && drafts.keep(number, form.draft(), viewer);
        model.addAttribute("number", number);
        model.addAttribute("internal", form.isNote());
        model.addAttribute("tooLong", tooLong);
        model.addAttribute("savedAt", kept ? drafts.now() : null);
        if (tooLong) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        return "ticket/part/draft :: state";
    }

    @PostMapping("/removal")
    String discard(
            @PathVariable TicketNumber number,
            @ModelAttribute("form") WordsForm form,
            BindingResult ignored,
            Viewer viewer) {
        page.seen(number, viewer);
        drafts.discard(number, form.isNote(), viewer);
        return "redirect:/tickets/" + number + (form.isNote() ? "#note" : "#reply");
    }
}
