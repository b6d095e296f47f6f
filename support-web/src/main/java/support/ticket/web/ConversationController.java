package support.ticket.web;

import jakarta.validation.Valid;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import support.people.Viewer;
import support.site.web.FormProblems;
import support.sla.RefusedTerms;
import support.ticket.Refusal;
import support.ticket.Status;
import support.ticket.TicketNumber;
import support.ticket.app.DraftDesk;
import support.ticket.app.StaleTicket;
import support.ticket.app.TicketDesk;

/** What people write on a ticket. Whatever stands in the way, the page comes back with their words on it. */
@Controller
@RequestMapping("/tickets/{number}")
class ConversationController {
    /** Something written, by whom and where, and what stands in its way so far. */
    private record Draft(TicketNumber number, WordsForm form, BindingResult errors, Viewer by) {}

    private final TicketDesk desk;
    private final DraftDesk drafts;
    private final TicketPage page;
    private final FormFiles files;
    private final FormProblems problems;
    private final NewsDays days;

    ConversationController(
            TicketDesk desk, DraftDesk drafts, TicketPage page, FormFiles files, FormProblems problems, NewsDays days) {
        this.desk = desk;
        this.drafts = drafts;
        this.page = page;
        this.files = files;
        this.problems = problems;
        this.days = days;
    }

    @PostMapping("/replies")
    ModelAndView reply(
            @PathVariable TicketNumber number,
            @Valid @ModelAttribute("form") WordsForm form,
            BindingResult errors,
            FilesForm sent,
            Viewer viewer) {
        page.seen(number, viewer);
        files.take(sent, form.nonce(), viewer, errors);
        Draft draft = new Draft(number, form.asReply(), errors, viewer);
        if (form.isPreview()) {
            return preview(draft);
        }
        return form.isDraft() ? keep(draft) : send(draft, () -> say(draft));
    }

    @PostMapping("/notes")
    ModelAndView note(
            @PathVariable TicketNumber number,
            @Valid @ModelAttribute("form") WordsForm form,
            BindingResult errors,
            Viewer viewer) {
        page.find(number, viewer);
        Draft draft = new Draft(number, form.asNote(), errors, viewer);
        if (form.isPreview()) {
            return preview(draft);
        }
        return form.isDraft() ? keep(draft) : send(draft, () -> desk.note(number, viewer, form.words()));
    }

    /** Also what would be refused if it were sent can be kept, unless it is far too long. */
    private ModelAndView keep(Draft draft) {
        if (draft.form.isNoDraft()) {
            return back(draft, new ExtendedModelMap());
        }
        drafts.keep(draft.number, draft.form.draft(), draft.by);
        return new ModelAndView("redirect:/tickets/" + draft.number + (draft.form.isNote() ? "#note" : "#reply"));
    }

    private void say(Draft draft) {
        WordsForm form = draft.form;
        if (draft.by.staff()) {
            Status next = form.nextOr(Status.WAITING_FOR_CUSTOMER);
            Instant newsBy = days.closing(form.newsBy(), draft.errors);
            if (!draft.errors.hasErrors()) {
                desk.answer(draft.number, draft.by, form.seenVersion(), form.words(), next, newsBy);
            }
        } else {
            desk.reply(draft.number, draft.by, form.words());
        }
    }

    private ModelAndView send(Draft draft, Runnable writing) {
        ExtendedModelMap model = new ExtendedModelMap();
        if (!draft.errors.hasErrors()) {
            attempt(writing, draft.errors, model);
        }
        return draft.errors.hasErrors()
                ? back(draft, model)
                : new ModelAndView("redirect:/tickets/" + draft.number + "#latest");
    }

    private static void attempt(Runnable writing, BindingResult errors, Model model) {
        try {
            writing.run();
        } catch (StaleTicket stale) {
            errors.reject("ticket.stale", "stale");
            Since.tell(stale.seen(), model);
        } catch (Refusal refusal) {
            errors.reject("ticket.refused." + refusal.reason(), refusal.reason().name());
        } catch (RefusedTerms closedMeanwhile) {
            errors.rejectValue("newsBy", "news.closed");
        }
    }

    private ModelAndView back(Draft draft, ExtendedModelMap model) {
        problems.show(draft.errors, model);
        return shown(draft, model, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ModelAndView preview(Draft draft) {
        ExtendedModelMap model = new ExtendedModelMap();
        FormProblems.none(model);
        model.addAttribute("previewing", true);
        return shown(draft, model, HttpStatus.OK);
    }

    private ModelAndView shown(Draft draft, ExtendedModelMap model, HttpStatus status) {
        return new ModelAndView(page.show(draft.number, draft.form, draft.by, model), model, status);
    }
}
