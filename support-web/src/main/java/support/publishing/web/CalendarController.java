package support.publishing.web;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import support.calendar.CalendarPlan;
import support.people.Viewer;
import support.publishing.Proposal;
import support.publishing.persistence.Drafts;
import support.site.web.FormProblems;

/** The editor of a calendar: what is sent is a draft until it is published. */
@Controller
@RequestMapping("/terms/calendar")
class CalendarController {
    private final DraftKeeper keeper;
    private final CalendarPages pages;
    private final FormProblems problems;

    CalendarController(DraftKeeper keeper, CalendarPages pages, FormProblems problems) {
        this.keeper = keeper;
        this.pages = pages;
        this.problems = problems;
    }

    /** @param name of the calendar; empty for a new one */
    @GetMapping
    String page(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(required = false) @Nullable Integer year,
            Model model) {
        if (!name.isBlank() && !pages.exists(name)) {
            return "redirect:/terms?gone";
        }
        FormProblems.none(model);
        Drafts.Draft draft = pages.draft(name);
        CalendarPlan plan = draft == null ? pages.published(name) : draft.plan();
        model.addAttribute("revision", draft == null ? 0 : draft.revision());
        return pages.show(CalendarForm.of(name, plan), plan, name, year, model);
    }

    /**
     * @param known the name of the calendar on the page; empty for a new one
     * @param revision of the draft on the page; 0 where there was none
     * @param basedOn the newest published version on the page; 0 for a new calendar
     */
    @PostMapping
    String keep(
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "") String known,
            @RequestParam int revision,
            @RequestParam int basedOn,
            Viewer viewer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes more) {
        CalendarForm form = CalendarForm.of(sent);
        BindingResult errors = FormProblems.found();
        CalendarPlan plan = form.read(errors, pages.published(known), pages.today());
        if (sent.containsKey("more")) {
            model.addAttribute("revision", revision);
            FormProblems.none(model);
            return pages.show(form.withMore(), plan, known, null, model);
        }
        int now = plan == null
                ? revision
                : keep(
                        new Proposal.OfCalendar(form.name(), plan, plan.statutory()),
                        known,
                        revision,
                        basedOn,
                        viewer,
                        errors);
        if (!errors.hasErrors()) {
            more.addAttribute("name", form.name());
            return "redirect:/terms/calendar";
        }
        problems.refuse(errors, model, response);
        model.addAttribute("revision", now);
        return pages.show(form, plan, known, null, model);
    }

    /** What the form says, to look at; nothing is kept. */
    @PostMapping("/preview")
    String preview(
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "") String known,
            Model model) {
        CalendarForm form = CalendarForm.of(sent);
        BindingResult errors = FormProblems.found();
        CalendarPlan plan = form.read(errors, pages.published(known), pages.today());
        problems.show(errors, model);
        pages.look(plan, null, model);
        return "publishing/part/calendar :: preview";
    }

    private int keep(
            Proposal.OfCalendar proposal,
            String known,
            int revision,
            int basedOn,
            Viewer viewer,
            BindingResult errors) {
        if (!proposal.name().equals(known) && pages.exists(proposal.name())) {
            errors.rejectValue("name", "calendar.taken");
            return revision;
        }
        return keeper.keep(proposal, revision, basedOn, viewer, errors);
    }
}
