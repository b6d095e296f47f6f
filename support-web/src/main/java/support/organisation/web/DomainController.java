package support.organisation.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import support.organisation.app.Domains;
import support.organisation.app.NotThere;
import support.organisation.persistence.Organisations;
import support.people.MailDomain;
import support.people.Viewer;
import support.site.web.FormProblems;

/** The mail domains whose people belong to one organisation, for admins. */
@Controller
@RequestMapping("/organisations/{id}/domains")
class DomainController {
    private final Organisations organisations;
    private final Domains domains;
    private final FormProblems problems;

    DomainController(Organisations organisations, Domains domains, FormProblems problems) {
        this.organisations = organisations;
        this.domains = domains;
        this.problems = problems;
    }

    @GetMapping
    String page(@PathVariable long id, Model model) {
        FormProblems.none(model);
        model.addAttribute("form", new DomainForm("", "true"));
        return show(id, model);
    }

    @PostMapping
    String map(
            @PathVariable long id,
            @ModelAttribute("form") DomainForm form,
            BindingResult errors,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        MailDomain domain = form.read(errors);
        String page = show(id, model);
        if (domain != null && !errors.hasErrors()) {
            DomainForm.say(domains.map(domain, id, form.needsApproval(), viewer), errors);
        }
        if (!errors.hasErrors()) {
            return "redirect:/organisations/" + id + "/domains";
        }
        problems.refuse(errors, model, response);
        return page;
    }

    @PostMapping("/removal")
    String unmap(@PathVariable long id, @RequestParam String domain, Viewer viewer) {
        domains.unmap(domain, id, viewer);
        return "redirect:/organisations/" + id + "/domains";
    }

    private String show(long id, Model model) {
        model.addAttribute("organisation", organisations.find(id).orElseThrow(NotThere::new));
        model.addAttribute("domains", organisations.domains(id));
        return "organisation/domains";
    }
}
