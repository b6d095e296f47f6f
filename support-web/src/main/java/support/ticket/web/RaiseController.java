package support.ticket.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import support.people.Viewer;
import support.site.web.FormProblems;
import support.ticket.app.TicketDesk;

/** A customer raises a ticket. */
@Controller
class RaiseController {
    private final TicketDesk desk;
    private final RaisePage page;
    private final FormProblems problems;

    RaiseController(TicketDesk desk, RaisePage page, FormProblems problems) {
        this.desk = desk;
        this.page = page;
        this.problems = problems;
    }

    @GetMapping("/tickets/new")
    String blank(@ModelAttribute("form") RaiseForm given, BindingResult ignored, Viewer viewer, Model model) {
        RaiseForm form = page.begun(given);
        model.addAttribute("form", form);
        FormProblems.none(model);
        return page.show(form, viewer, model);
    }

    @PostMapping("/tickets")
    String raise(
            @Valid @ModelAttribute("form") RaiseForm form,
            BindingResult errors,
            FilesForm files,
            @RequestParam(defaultValue = "send") String action,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        page.check(form, files, viewer, errors);
        if (!action.equals("send")) {
            FormProblems.none(model);
            model.addAttribute("previewing", true);
            return page.show(form, viewer, model);
        }
        if (errors.hasErrors()) {
            problems.show(errors, model);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page.show(form, viewer, model);
        }
        return "redirect:/tickets/" + desk.raise(page.request(form, viewer), viewer) + "/confirmation";
    }
}
