package support.publishing.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import support.people.Viewer;
import support.publishing.Proposal;
import support.publishing.Subject;
import support.publishing.app.Drafting;
import support.publishing.persistence.Drafts;
import support.site.web.FormProblems;
import support.sla.Policy;
import support.sla.Terms;
import support.sla.app.CurrentTerms;

/** The editor of the policy: what is sent is a draft until it is published. */
@Controller
@RequestMapping("/terms/policy")
class PolicyDraftController {
    private final Drafting drafting;
    private final CurrentTerms terms;
    private final DraftKeeper keeper;
    private final FormProblems problems;

    PolicyDraftController(Drafting drafting, CurrentTerms terms, DraftKeeper keeper, FormProblems problems) {
        this.drafting = drafting;
        this.terms = terms;
        this.keeper = keeper;
        this.problems = problems;
    }

    @GetMapping
    String page(Model model) {
        FormProblems.none(model);
        Drafts.Draft draft = drafting.find(Subject.POLICY).orElse(null);
        Policy policy = draft == null ? newest().policy() : draft.policy();
        model.addAttribute("revision", draft == null ? 0 : draft.revision());
        return show(PolicyForm.of(policy), model);
    }

    /** @param revision of the draft on the page; 0 where there was none */
    @PostMapping
    String keep(
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam int revision,
            @RequestParam int basedOn,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        PolicyForm form = PolicyForm.of(sent);
        BindingResult errors = FormProblems.found();
        Policy policy = form.read(errors);
        int now = policy == null
                ? revision
                : keeper.keep(new Proposal.OfPolicy(policy), revision, basedOn, viewer, errors);
        if (!errors.hasErrors()) {
            return "redirect:/terms/policy";
        }
        problems.refuse(errors, model, response);
        model.addAttribute("revision", now);
        return show(form, model);
    }

    private Terms.PublishedPolicy newest() {
        return terms.published().policies().getLast();
    }

    private String show(PolicyForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("draft", drafting.find(Subject.POLICY).orElse(null));
        model.addAttribute("published", newest());
        model.addAttribute("calendars", terms.published().names());
        return "publishing/policy";
    }
}
