package support.ticket.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import support.access.app.Network;
import support.people.Viewer;
import support.site.web.FormProblems;

/** Parts of pages that script fetches while one types. */
@Controller
class LiveController {
    private final RaisePage page;

    LiveController(RaisePage page) {
        this.page = page;
    }

    /** The severities with the due times as they are now, for the type that is chosen. */
    @GetMapping("/tickets/due")
    String due(@ModelAttribute("form") RaiseForm form, Viewer viewer, Model model) {
        FormProblems.none(model);
        page.due(form, viewer, model);
        return "ticket/part/due :: choices";
    }

    /** What the desk knows of where somebody runs the app that they have chosen now. */
    @GetMapping("/tickets/about")
    String about(
            @ModelAttribute("form") RaiseForm form,
            BindingResult ignored,
            Viewer viewer,
            Model model,
            HttpServletRequest request) {
        FormProblems.none(model);
        page.about(form, viewer, Network.of(request.getRemoteAddr()), model);
        return "ticket/part/about :: known";
    }

    /** Whether what is filled in so far is covered. */
    @GetMapping("/tickets/coverage")
    String coverage(
            @ModelAttribute("form") RaiseForm form,
            BindingResult ignored,
            Viewer viewer,
            Model model,
            HttpServletRequest request) {
        FormProblems.none(model);
        model.addAttribute("form", form);
        page.verdict(form, viewer, Network.of(request.getRemoteAddr()), model);
        return "ticket/part/coverage :: verdict";
    }

    /** What a text looks like; the field's name comes along, since pages have more than one. */
    @PostMapping("/preview")
    String preview(
            @RequestParam(defaultValue = "") String description,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String field,
            Model model) {
        model.addAttribute("previewing", true);
        model.addAttribute("field", field.equals("note") ? "note" : text.isEmpty() ? "description" : "text");
        model.addAttribute("text", text.isEmpty() ? description : text);
        return "ticket/part/compose :: preview(field=${field}, text=${text})";
    }
}
