package support.ticket.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import support.access.app.Network;
import support.coverage.Judgement;
import support.people.Viewer;
import support.site.web.FormProblems;
import support.ticket.Request;
import support.ticket.app.Intake;

/** A customer raises a ticket. */
@Controller
class RaiseController {
    private final Intake intake;
    private final RaisePage page;
    private final FormProblems problems;

    RaiseController(Intake intake, RaisePage page, FormProblems problems) {
        this.intake = intake;
        this.page = page;
        this.problems = problems;
    }

    @GetMapping("/tickets/new")
    String blank(
            @ModelAttribute("form") RaiseForm given,
            BindingResult ignored,
            Viewer viewer,
            Model model,
            HttpServletRequest request) {
        RaiseForm form = page.begun(given, viewer);
        model.addAttribute("form", form);
        FormProblems.none(model);
        return page.show(form, page.judge(form, viewer, Network.of(request.getRemoteAddr())), viewer, model);
    }

    @PostMapping("/tickets")
    String raise(
            @Valid @ModelAttribute("form") RaiseForm form,
            BindingResult errors,
            FilesForm files,
            @RequestParam(defaultValue = "send") String action,
            Viewer viewer,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        RaiseWish wish = RaiseWish.of(action);
        Judgement judged = page.judge(form, viewer, Network.of(request.getRemoteAddr()));
        page.take(form, files, viewer, errors);
        if (wish == RaiseWish.PREVIEW) {
            FormProblems.none(model);
            model.addAttribute("previewing", true);
            return page.show(form, judged, viewer, model);
        }
        page.check(form, wish, judged, viewer, errors);
        Optional<Request> asked = page.request(form, wish, judged, viewer, errors);
        if (asked.isEmpty()) {
            problems.show(errors, model);
            model.addAttribute("undecided", !errors.hasErrors());
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page.show(form, judged, viewer, model);
        }
        return "redirect:/tickets/" + intake.raise(asked.get(), judged, viewer) + "/confirmation"
                + (page.hasLeftLane(form, viewer) ? "?lane" : "");
    }
}
