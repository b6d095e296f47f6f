package support.ticket.web;

import jakarta.validation.Valid;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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
import support.ticket.Extras;
import support.ticket.Refusal;
import support.ticket.Status;
import support.ticket.TicketNumber;
import support.ticket.app.DraftDesk;
import support.ticket.app.HeldReplies;
import support.ticket.app.Preparations;
import support.ticket.app.Preparations.Prepared;
import support.ticket.app.StaleTicket;
import support.ticket.app.TicketDesk;

/** What people write on a ticket. Whatever stands in the way, the page comes back with their words on it. */
@Controller
@RequestMapping("/tickets/{number}")
class ConversationController {
    /** Something written, by whom and where, and what stands in its way so far. */
    private record Draft(TicketNumber number, WordsForm form, BindingResult errors, Viewer by) {}

    private static final String LATEST = "#latest";
    private static final String DOUBTFUL = "answer.internal";

    private final TicketDesk desk;
    private final HeldReplies held;
    private final DraftDesk drafts;
    private final TicketPage page;
    private final FormFiles files;
    private final FormProblems problems;
    private final NewsDays days;
    private final Preparations preparations;

    ConversationController(
            TicketDesk desk,
            HeldReplies held,
            DraftDesk drafts,
            TicketPage page,
            FormFiles files,
            FormProblems problems,
            NewsDays days,
            Preparations preparations) {
        this.desk = desk;
        this.held = held;
        this.drafts = drafts;
        this.page = page;
        this.files = files;
        this.problems = problems;
        this.days = days;
        this.preparations = preparations;
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
        return form.isDraft() ? keep(draft) : send(draft, () -> note(draft));
    }

    /** Also what would be refused if it were sent can be kept, unless it is far too long. */
    private ModelAndView keep(Draft draft) {
        if (draft.form.isNoDraft()) {
            return back(draft, new ExtendedModelMap());
        }
        WordsForm kept = draft.form.isPlain() ? draft.form.plain() : draft.form;
        drafts.keep(draft.number, kept.draft(), draft.by);
        String onward = kept.isForMacros() ? "/macros" : kept.isNote() ? "#note" : "#reply";
        return new ModelAndView("redirect:/tickets/" + draft.number + onward);
    }

    /** @return where on the page it stands then */
    private String say(Draft draft) {
        if (draft.by.staff()) {
            return answer(draft);
        }
        desk.reply(draft.number, draft.by, draft.form.words());
        return LATEST;
    }

    private String answer(Draft draft) {
        WordsForm form = draft.form;
        Status next = form.nextOr(Status.WAITING_FOR_CUSTOMER);
        Instant newsBy = days.closing(form.newsBy(), draft.errors);
        Extras extras = extras(draft);
        if (form.isDoubtful()) {
            draft.errors.rejectValue("text", DOUBTFUL);
        }
        return draft.errors.hasErrors()
                ? LATEST
                : sent(draft, new HeldReplies.Answer(form.seenVersion(), form.words(), next, newsBy, extras));
    }

    private String sent(Draft draft, HeldReplies.Answer answer) {
        return switch (held.send(draft.number, draft.by, answer, draft.form.draft())) {
            case LEFT -> LATEST;
            case AT_ONCE -> "?atonce" + LATEST;
            case HELD -> "#held";
            case BUSY -> {
                draft.errors.reject("held.other");
                yield LATEST;
            }
        };
    }

    /** Null for none; a macro that is gone meanwhile is said, since it would bring nothing along. */
    private @Nullable Extras extras(Draft draft) {
        if (draft.form.macro() == null) {
            return null;
        }
        Optional<Prepared> prepared = preparations.find(draft.form.macro(), draft.by);
        if (prepared.isEmpty()) {
            draft.errors.reject("macro.gone");
        }
        return prepared.map(Prepared::extras).orElse(null);
    }

    private ModelAndView send(Draft draft, Supplier<String> writing) {
        ExtendedModelMap model = new ExtendedModelMap();
        String place = draft.errors.hasErrors() ? LATEST : attempt(writing, draft.errors, model);
        return draft.errors.hasErrors()
                ? back(draft, model)
                : new ModelAndView("redirect:/tickets/" + draft.number + place);
    }

    private String note(Draft draft) {
        desk.note(draft.number, draft.by, draft.form.words());
        return LATEST;
    }

    private static String attempt(Supplier<String> writing, BindingResult errors, Model model) {
        try {
            return writing.get();
        } catch (StaleTicket stale) {
            errors.reject("ticket.stale", "stale");
            Since.tell(stale.seen(), model);
        } catch (Refusal refusal) {
            errors.reject("ticket.refused." + refusal.reason(), refusal.reason().name());
        } catch (RefusedTerms closedMeanwhile) {
            errors.rejectValue("newsBy", "news.closed");
        }
        return LATEST;
    }

    private ModelAndView back(Draft draft, ExtendedModelMap model) {
        model.addAttribute("asked", asks(draft.errors));
        problems.show(draft.errors, model);
        return shown(draft, model, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static boolean asks(BindingResult errors) {
        return errors.getFieldErrors("text").stream().anyMatch(error -> DOUBTFUL.equals(error.getCode()));
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
