package support.training.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import support.material.Material;
import support.material.persistence.Materials;
import support.people.Viewer;
import support.site.web.Turnstile;
import support.training.Session;
import support.training.app.Booking;
import support.training.app.TrainingDesk;
import support.training.persistence.Certificates;
import support.training.persistence.CourseSessions;
import support.training.persistence.Courses;

/** A partner's people do courses: they mark material as done, and book seats. */
@Controller
@RequestMapping("/training")
class TrainingController {
    private final Courses courses;
    private final CourseSessions sessions;
    private final Certificates certificates;
    private final Materials materials;
    private final TrainingDesk desk;
    private final Turnstile turnstile;
    private final Clock clock;

    TrainingController(
            Courses courses,
            CourseSessions sessions,
            Certificates certificates,
            Materials materials,
            TrainingDesk desk,
            Turnstile turnstile,
            Clock clock) {
        this.courses = courses;
        this.sessions = sessions;
        this.certificates = certificates;
        this.materials = materials;
        this.desk = desk;
        this.turnstile = turnstile;
        this.clock = clock;
    }

    @GetMapping
    String list(Viewer viewer, Model model) {
        model.addAttribute("lines", courses.all(viewer, clock.instant()));
        return "training/list";
    }

    @GetMapping("/{id}")
    String one(@PathVariable long id, @RequestParam(defaultValue = "") String refused, Viewer viewer, Model model) {
        Courses.Line line = courses.find(id, viewer, clock.instant()).orElseThrow(TrainingController::notThere);
        model.addAttribute("line", line);
        model.addAttribute("course", line.course());
        model.addAttribute("materials", materials.of(id));
        model.addAttribute("done", courses.done(id, viewer.id()));
        model.addAttribute("sessions", sessions.of(id, viewer, clock.instant()));
        model.addAttribute("certificate", certificates.of(id, viewer.id()).orElse(null));
        model.addAttribute("now", clock.instant());
        model.addAttribute("refused", named(refused));
        return "training/course";
    }

    private static Session.@Nullable Refusal named(String refused) {
        return Arrays.stream(Session.Refusal.values())
                .filter(one -> one.name().equals(refused))
                .findFirst()
                .orElse(null);
    }

    @PostMapping("/materials/{id}/done")
    String done(@PathVariable long id, @RequestParam(defaultValue = "true") String done, Viewer viewer) {
        long course = materials.published(id).map(Material::course).orElseThrow(TrainingController::notThere);
        desk.markDone(course, id, !"false".equals(done), viewer);
        return "redirect:/training/" + course + "#material-" + id;
    }

    @PostMapping("/sessions/{id}/booking")
    String book(@PathVariable long id, Viewer viewer) {
        CourseSessions.Line line = known(id, viewer);
        String answer = switch (turnstile.through(() -> desk.book(id, viewer))) {
            case Booking.Seat seat -> "booked";
            case Booking.Waiting waiting -> "waiting";
            case Booking.Refused refused -> "refused=" + refused.why();
        };
        return "redirect:/training/" + line.session().course() + "?" + answer;
    }

    @PostMapping("/sessions/{id}/cancellation")
    String cancel(@PathVariable long id, Viewer viewer) {
        CourseSessions.Line line = known(id, viewer);
        desk.cancel(id, viewer);
        return "redirect:/training/" + line.session().course() + "?freed";
    }

    @GetMapping("/sessions/{id}/session.ics")
    ResponseEntity<byte[]> calendar(@PathVariable long id, Viewer viewer) {
        CourseSessions.Line line = known(id, viewer);
        ContentDisposition save = ContentDisposition.attachment()
                .filename("session-" + id + ".ics")
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, save.toString())
                .contentType(new MediaType("text", "calendar", StandardCharsets.UTF_8))
                .body(SessionCalendar.of(line.session(), line.course(), clock.instant()));
    }

    private CourseSessions.Line known(long session, Viewer viewer) {
        return sessions.find(session, viewer).orElseThrow(TrainingController::notThere);
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
