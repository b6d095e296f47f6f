package support.publishing.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import support.calendar.OutsideCalendar;
import support.people.Viewer;
import support.publishing.Subject;
import support.publishing.app.Drafting;
import support.publishing.app.Publishing;
import support.publishing.persistence.Drafts;
import support.site.web.FormProblems;
import support.sla.RefusedTerms;

/** Says what publishing a draft would do, and publishes it. */
@Controller
@RequestMapping("/terms/publication")
class PublicationController {
    private final Drafting drafting;
    private final Publishing publishing;
    private final PublicationPages pages;
    private final FormProblems problems;

    PublicationController(Drafting drafting, Publishing publishing, PublicationPages pages, FormProblems problems) {
        this.drafting = drafting;
        this.publishing = publishing;
        this.pages = pages;
        this.problems = problems;
    }

    /**
     * @param calendar whose draft; empty for that of the policy
     * @param from when it would come into force, by the wall clock of the desk; empty for now
     */
    @GetMapping
    String page(
            @RequestParam(defaultValue = "") String calendar,
            @RequestParam(defaultValue = "") String from,
            Model model) {
        Drafts.Draft draft = drafting.find(Subject.of(calendar)).orElse(null);
        if (draft == null) {
            return "redirect:/terms?gone";
        }
        BindingResult errors = FormProblems.found();
        pages.show(draft, from, errors, model);
        problems.show(errors, model);
        return "publishing/publication";
    }

    /** @param revision of the draft that the publisher has looked at */
    @PostMapping
    String publish(
            @RequestParam(defaultValue = "") String calendar,
            @RequestParam(defaultValue = "") String from,
            @RequestParam int revision,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        Drafts.Draft draft = drafting.find(Subject.of(calendar)).orElse(null);
        if (draft == null) {
            return "redirect:/terms?gone";
        }
        BindingResult errors = FormProblems.found();
        publish(draft, revision, from, viewer, errors);
        if (!errors.hasErrors()) {
            return "redirect:/terms?published";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        pages.show(draft, from, errors, model);
        problems.show(errors, model);
        return "publishing/publication";
    }

    private void publish(Drafts.Draft draft, int revision, String from, Viewer viewer, BindingResult errors) {
        try {
            switch (publishing.publish(draft, revision, pages.instant(from), viewer)) {
                case PUBLISHED -> {}
                case CHANGED -> errors.reject("terms.changed", new Object[] {draft.author()}, null);
                case OVERTAKEN -> errors.reject("terms.overtaken");
                case EXAMPLE_FAILS -> errors.reject("publication.examples");
            }
        } catch (RefusedTerms | OutsideCalendar refused) {
            errors.rejectValue("from", "refused", new Object[] {refused.getMessage()}, null);
        }
    }
}
