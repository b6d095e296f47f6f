package support.partner.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import support.organisation.app.NotThere;
import support.partner.app.PartnerDesk;
import support.people.PartnerKind;
import support.people.Viewer;
import support.site.web.FormProblems;

/** The partnership of one's own organisation: everybody reads it, whoever manages the organisation applies. */
@Controller
@RequestMapping("/partnership")
class PartnershipController {
    private final PartnerPage page;
    private final PartnerDesk desk;

    PartnershipController(PartnerPage page, PartnerDesk desk) {
        this.page = page;
        this.desk = desk;
    }

    @GetMapping
    String own(Viewer viewer, Model model) {
        FormProblems.none(model);
        return page.own(home(viewer), PartnerForm.BLANK, model);
    }

    @PostMapping("/application")
    String apply(
            @ModelAttribute("form") PartnerForm form,
            BindingResult errors,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        Optional<PartnerKind> kind = form.readKind(errors);
        String words = form.readWords("partner.application.empty", errors);
        page.take(() -> desk.apply(kind.orElseThrow(), words, viewer), errors);
        if (!errors.hasErrors()) {
            return "redirect:/partnership";
        }
        page.wrong(errors, model, response);
        return page.own(home(viewer), form, model);
    }

    private static long home(Viewer viewer) {
        return Optional.ofNullable(viewer.organisation()).orElseThrow(NotThere::new);
    }
}
