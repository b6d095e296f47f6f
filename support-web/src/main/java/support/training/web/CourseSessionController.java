package support.training.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import support.people.Viewer;
import support.site.web.FormProblems;
import support.site.web.Typed;
import support.sla.app.CurrentTerms;
import support.training.Session;
import support.training.app.CourseDesk;
import support.training.app.StaleTraining;
import support.training.persistence.CourseSessions;
import support.training.persistence.Courses;
import support.training.persistence.Seats;

/** Leads set dates of courses, call them off, and write down who was there. */
@Controller
class CourseSessionController {
    private static final int LONGEST_REASON = 500;

    private final Courses courses;
    private final CourseSessions sessions;
    private final Seats seats;
    private final CourseDesk desk;
    private final CurrentTerms terms;
    private final FormProblems problems;
    private final Clock clock;

    CourseSessionController(
            Courses courses,
            CourseSessions sessions,
            Seats seats,
            CourseDesk desk,
            CurrentTerms terms,
            FormProblems problems,
            Clock clock) {
        this.courses = courses;
        this.sessions = sessions;
        this.seats = seats;
        this.desk = desk;
        this.terms = terms;
        this.problems = problems;
        this.clock = clock;
    }

    @GetMapping("/courses/{id}/sessions/new")
    String blank(@PathVariable long id, Viewer viewer, Model model) {
        FormProblems.none(model);
        return added(id, new SessionForm(null, "60", null, "10", null), viewer, model);
    }

    @PostMapping("/courses/{id}/sessions")
    String add(@PathVariable long id, SessionForm form, Viewer viewer, Model model, HttpServletResponse response) {
        BindingResult errors = FormProblems.found();
        Session session = form.read(0, id, zone(), errors).orElse(null);
        if (session == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            problems.show(errors, model);
            return added(id, form, viewer, model);
        }
        course(id, viewer);
        return "redirect:/course-sessions/" + desk.add(session, viewer);
    }

    private String added(long course, SessionForm form, Viewer viewer, Model model) {
        model.addAttribute("line", null);
        model.addAttribute("form", form);
        model.addAttribute("zone", zone());
        model.addAttribute("course", course(course, viewer));
        return "training/session";
    }

    @GetMapping("/course-sessions/{id}")
    String one(@PathVariable long id, Viewer viewer, Model model) {
        FormProblems.none(model);
        CourseSessions.Line line = known(id, viewer);
        return shown(line, SessionForm.of(line.session(), zone()), viewer, model);
    }

    @PostMapping("/course-sessions/{id}")
    String change(@PathVariable long id, SessionForm form, Viewer viewer, Model model, HttpServletResponse response) {
        CourseSessions.Line line = known(id, viewer);
        BindingResult errors = FormProblems.found();
        Session session = form.read(id, line.session().course(), zone(), errors).orElse(null);
        if (session != null && changed(session, line, viewer, errors)) {
            return "redirect:/course-sessions/" + id;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        problems.show(errors, model);
        return shown(line, form, viewer, model);
    }

    private boolean changed(Session session, CourseSessions.Line line, Viewer viewer, BindingResult errors) {
        if (line.session().cancelled()) {
            errors.reject("session.refused.CANCELLED");
            return false;
        }
        try {
            boolean done = desk.change(session, viewer);
            if (!done) {
                errors.rejectValue("seats", "session.seats.taken");
            }
            return done;
        } catch (StaleTraining stale) {
            errors.reject("topic.stale");
            return false;
        }
    }

    @PostMapping("/course-sessions/{id}/cancellation")
    String cancel(@PathVariable long id, @RequestParam(defaultValue = "") String reason, Viewer viewer) {
        known(id, viewer);
        String said = Typed.line(reason);
        if (said.isEmpty() || said.length() > LONGEST_REASON) {
            return "redirect:/course-sessions/" + id + "?noreason";
        }
        desk.cancel(id, said, viewer);
        return "redirect:/course-sessions/" + id;
    }

    @PostMapping("/course-sessions/{id}/removals")
    String remove(@PathVariable long id, @RequestParam(defaultValue = "") String person, Viewer viewer) {
        known(id, viewer);
        desk.remove(id, Typed.number(person), viewer);
        return "redirect:/course-sessions/" + id;
    }

    @PostMapping("/course-sessions/{id}/attendance")
    String attended(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam(required = false) @Nullable List<String> person,
            Viewer viewer) {
        known(id, viewer);
        List<Long> there =
                person == null ? List.of() : person.stream().map(Typed::number).toList();
        try {
            boolean noted = desk.attended(id, (int) Typed.number(seen), there, viewer);
            return "redirect:/course-sessions/" + id + (noted ? "?marked" : "?early");
        } catch (StaleTraining stale) {
            return "redirect:/course-sessions/" + id + "?stale";
        }
    }

    private String shown(CourseSessions.Line line, SessionForm form, Viewer viewer, Model model) {
        model.addAttribute("line", line);
        model.addAttribute("form", form);
        model.addAttribute("zone", zone());
        model.addAttribute("course", course(line.session().course(), viewer));
        model.addAttribute("guests", seats.of(line.session().id()));
        model.addAttribute("begun", line.session().hasBegun(clock.instant()));
        return "training/session";
    }

    private Courses.Line course(long id, Viewer viewer) {
        return courses.find(id, viewer, clock.instant())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private CourseSessions.Line known(long id, Viewer viewer) {
        return sessions.find(id, viewer).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ZoneId zone() {
        return terms.calendar().zone();
    }
}
