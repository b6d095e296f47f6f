package support.training.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import support.material.persistence.Materials;
import support.people.Viewer;
import support.site.web.FormProblems;
import support.site.web.Typed;
import support.training.Course;
import support.training.app.Certifying;
import support.training.app.CourseDesk;
import support.training.app.StaleTraining;
import support.training.persistence.Certificates;
import support.training.persistence.CourseSessions;
import support.training.persistence.Courses;

/** Leads write courses down, and see who has which certificate. */
@Controller
@RequestMapping("/courses")
class CourseController {
    private static final int LONGEST_REASON = 500;

    private final Courses courses;
    private final CourseSessions sessions;
    private final Certificates certificates;
    private final Materials materials;
    private final CourseDesk desk;
    private final Certifying certifying;
    private final FormProblems problems;
    private final Clock clock;

    CourseController(
            Courses courses,
            CourseSessions sessions,
            Certificates certificates,
            Materials materials,
            CourseDesk desk,
            Certifying certifying,
            FormProblems problems,
            Clock clock) {
        this.courses = courses;
        this.sessions = sessions;
        this.certificates = certificates;
        this.materials = materials;
        this.desk = desk;
        this.certifying = certifying;
        this.problems = problems;
        this.clock = clock;
    }

    @GetMapping
    String list(Viewer viewer, Model model) {
        model.addAttribute("lines", courses.all(viewer, clock.instant()));
        return "training/courses";
    }

    @GetMapping("/new")
    String blank(Model model) {
        FormProblems.none(model);
        return form(null, new CourseForm(null, null, null, null), model);
    }

    @PostMapping
    String add(CourseForm form, Viewer viewer, Model model, HttpServletResponse response) {
        BindingResult errors = FormProblems.found();
        Course course = form.read(0, errors);
        return errors.hasErrors()
                ? wrong(null, form, errors, model, response)
                : "redirect:/courses/" + desk.add(course, viewer);
    }

    @GetMapping("/{id}")
    String one(@PathVariable long id, Viewer viewer, Model model) {
        model.addAttribute("course", known(id, viewer));
        model.addAttribute("materials", materials.of(id));
        model.addAttribute("sessions", sessions.of(id, viewer, clock.instant()));
        model.addAttribute("certificates", certificates.of(id));
        return "training/keep";
    }

    @GetMapping("/{id}/edit")
    String edit(@PathVariable long id, Viewer viewer, Model model) {
        FormProblems.none(model);
        return form(id, CourseForm.of(known(id, viewer)), model);
    }

    @PostMapping("/{id}")
    String change(@PathVariable long id, CourseForm form, Viewer viewer, Model model, HttpServletResponse response) {
        known(id, viewer);
        BindingResult errors = FormProblems.found();
        Course course = form.read(id, errors);
        if (!errors.hasErrors()) {
            try {
                desk.change(course, viewer);
                return "redirect:/courses/" + id;
            } catch (StaleTraining stale) {
                errors.reject("topic.stale");
            }
        }
        return wrong(id, form, errors, model, response);
    }

    @PostMapping("/{id}/withdrawn-certificates")
    String withdraw(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String reason,
            Viewer viewer) {
        known(id, viewer);
        String said = Typed.line(reason);
        if (number.isBlank() || said.isEmpty() || said.length() > LONGEST_REASON) {
            return "redirect:/courses/" + id + "?noreason";
        }
        certifying.withdraw(Typed.text(number), id, said, viewer);
        return "redirect:/courses/" + id;
    }

    private String wrong(
            @Nullable Long id, CourseForm form, BindingResult errors, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        problems.show(errors, model);
        return form(id, form, model);
    }

    private static String form(@Nullable Long id, CourseForm form, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("form", form);
        return "training/form";
    }

    private Course known(long id, Viewer viewer) {
        return courses.find(id, viewer, clock.instant())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                .course();
    }
}
