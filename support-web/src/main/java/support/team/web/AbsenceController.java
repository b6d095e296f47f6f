package support.team.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import support.people.Viewer;
import support.site.web.FormProblems;
import support.team.Absence;
import support.team.app.TeamDesk;

/** Those who answer say when they are away. */
@Controller
@RequestMapping("/account/absences")
class AbsenceController {
    private final AbsencePage page;
    private final TeamDesk desk;
    private final FormProblems problems;

    AbsenceController(AbsencePage page, TeamDesk desk, FormProblems problems) {
        this.page = page;
        this.desk = desk;
        this.problems = problems;
    }

    @GetMapping
    String show(Viewer viewer, Model model) {
        FormProblems.none(model);
        return shown(viewer, AbsenceForm.EMPTY, model);
    }

    @PostMapping
    String add(AbsenceForm form, Viewer viewer, Model model, HttpServletResponse response) {
        BindingResult errors = FormProblems.found();
        Absence absence = form.read(page.today(), errors).orElse(null);
        if (absence != null) {
            desk.add(viewer.id(), absence, viewer);
            return "redirect:/account/absences";
        }
        problems.refuse(errors, model, response);
        return shown(viewer, form, model);
    }

    @PostMapping("/removal")
    String remove(@RequestParam long absence, Viewer viewer) {
        desk.removeAbsence(viewer.id(), absence, viewer);
        return "redirect:/account/absences";
    }

    private String shown(Viewer viewer, AbsenceForm form, Model model) {
        page.show(viewer.id(), form, model);
        return "team/absences";
    }
}
