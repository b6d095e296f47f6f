package support.behalf.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import support.behalf.app.Asking;
import support.behalf.app.RefusedConsent;
import support.people.Viewer;
import support.site.web.FormProblems;

/** The end customers of a partner, how each stands to it, and asking them. */
@Controller
@RequestMapping("/lane/customers")
class EndCustomersController {
    private final Asking asking;
    private final FormProblems problems;
    private final Clock clock;

    EndCustomersController(Asking asking, FormProblems problems, Clock clock) {
        this.asking = asking;
        this.problems = problems;
        this.clock = clock;
    }

    @GetMapping
    String list(Viewer viewer, Model model) {
        FormProblems.none(model);
        model.addAttribute("form", new EndCustomerForm("", ""));
        return show(viewer, model);
    }

    @PostMapping
    String name(
            @ModelAttribute("form") EndCustomerForm form,
            BindingResult errors,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        form.read(errors).ifPresent(named -> name(named, errors, viewer));
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            problems.show(errors, model);
            return show(viewer, model);
        }
        return "redirect:/lane/customers";
    }

    private void name(EndCustomerForm.Named named, BindingResult errors, Viewer viewer) {
        try {
            asking.name(named.company(), named.contact(), viewer);
        } catch (RefusedConsent refused) {
            errors.rejectValue("contact", "behalf.refused." + refused.reason());
        }
    }

    @PostMapping("/{id}/asking")
    String ask(@PathVariable long id, Viewer viewer, Model model, HttpServletResponse response) {
        try {
            asking.askAgain(id, viewer);
            return "redirect:/lane/customers";
        } catch (RefusedConsent refused) {
            model.addAttribute("problem", "behalf.refused." + refused.reason());
            response.setStatus(HttpStatus.CONFLICT.value());
            return list(viewer, model);
        }
    }

    private String show(Viewer viewer, Model model) {
        model.addAttribute("lines", asking.all(viewer));
        model.addAttribute("now", clock.instant());
        return "behalf/customers";
    }
}
