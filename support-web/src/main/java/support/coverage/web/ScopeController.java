package support.coverage.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import support.coverage.ScopeRule;
import support.coverage.app.Scoping;
import support.coverage.persistence.ScopeVersions;
import support.people.Viewer;
import support.site.web.FormProblems;

/** A lead says which conditions free support has. */
@Controller
@RequestMapping("/scope")
class ScopeController {
    private final ScopeVersions versions;
    private final Scoping scoping;
    private final FormProblems problems;

    ScopeController(ScopeVersions versions, Scoping scoping, FormProblems problems) {
        this.versions = versions;
        this.scoping = scoping;
        this.problems = problems;
    }

    @GetMapping
    String page(Model model) {
        FormProblems.none(model);
        model.addAttribute("form", ScopeForm.of(versions.current()));
        return show(model);
    }

    @PostMapping
    String publish(
            @Valid @ModelAttribute("form") ScopeForm form,
            BindingResult errors,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        if (!errors.hasErrors() && !scoping.publish(form.next(), viewer)) {
            errors.reject("scope.overtaken", "overtaken");
        }
        if (!errors.hasErrors()) {
            return "redirect:/scope?published";
        }
        problems.refuse(errors, model, response);
        return show(model);
    }

    private String show(Model model) {
        model.addAttribute("rules", ScopeRule.values());
        model.addAttribute("current", versions.current());
        model.addAttribute("versions", versions.all());
        return "coverage/scope";
    }
}
