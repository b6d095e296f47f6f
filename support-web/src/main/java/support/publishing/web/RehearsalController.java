package support.publishing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import support.publishing.Rehearsed;
import support.publishing.Subject;
import support.publishing.app.Rehearsing;
import support.publishing.persistence.Drafts;
import support.publishing.persistence.Rehearsals;
import support.publishing.persistence.RehearsedChanges;
import support.site.web.FormProblems;
import support.sla.Lane;
import support.sla.Severity;

/** Replays the history under a draft, and shows what would have become of each promise. */
@Controller
@RequestMapping("/terms/rehearsal")
class RehearsalController {
    private static final int PAGE = 100;
    /** A run that has not gone on for so long has lost its instance. */
    private static final Duration STALLED = Duration.ofSeconds(30);

    private final Rehearsing rehearsing;
    private final Rehearsals rehearsals;
    private final RehearsedChanges changes;
    private final FormProblems problems;
    private final Clock clock;

    RehearsalController(
            Rehearsing rehearsing,
            Rehearsals rehearsals,
            RehearsedChanges changes,
            FormProblems problems,
            Clock clock) {
        this.rehearsing = rehearsing;
        this.rehearsals = rehearsals;
        this.changes = changes;
        this.problems = problems;
        this.clock = clock;
    }

    /** @param calendar whose draft; empty for that of the policy */
    @GetMapping
    String page(@RequestParam(defaultValue = "") String calendar, Model model) {
        FormProblems.none(model);
        model.addAttribute("form", new SpanForm("", ""));
        return rehearsing
                .draft(Subject.of(calendar))
                .map(draft -> show(draft, model))
                .orElse("redirect:/terms?gone");
    }

    @PostMapping
    String start(
            @RequestParam(defaultValue = "") String calendar,
            SpanForm form,
            Model model,
            HttpServletResponse response,
            RedirectAttributes more) {
        BindingResult errors = FormProblems.found();
        Drafts.Draft draft = rehearsing.draft(Subject.of(calendar)).orElse(null);
        if (draft == null) {
            return "redirect:/terms?gone";
        }
        form.read(errors, rehearsing.zone()).ifPresent(span -> rehearsing.start(draft, span));
        if (!errors.hasErrors()) {
            more.addAttribute("calendar", calendar);
            return "redirect:/terms/rehearsal";
        }
        problems.refuse(errors, model, response);
        model.addAttribute("form", form);
        return show(draft, model);
    }

    @PostMapping("/cancellation")
    String cancel(@RequestParam(defaultValue = "") String calendar, RedirectAttributes more) {
        rehearsals.find(Subject.of(calendar)).ifPresent(run -> rehearsals.end(run.id(), Rehearsals.State.CANCELLED));
        more.addAttribute("calendar", calendar);
        return "redirect:/terms/rehearsal";
    }

    /** The tickets behind a number. */
    @GetMapping("/tickets")
    String tickets(
            @RequestParam(defaultValue = "") String calendar,
            @RequestParam Rehearsed.Difference difference,
            @RequestParam Severity severity,
            @RequestParam Lane lane,
            @RequestParam(defaultValue = "0") long after,
            Model model) {
        Rehearsals.Run run = rehearsals.find(Subject.of(calendar)).orElse(null);
        if (run == null) {
            return "redirect:/terms?gone";
        }
        List<RehearsedChanges.Change> page = changes.changes(run.id(), difference, severity, lane, after, PAGE);
        model.addAttribute("calendar", calendar);
        model.addAttribute("difference", difference);
        model.addAttribute("severity", severity);
        model.addAttribute("lane", lane);
        model.addAttribute("changes", page);
        long last = page.isEmpty() ? after : page.getLast().ticket().value();
        boolean more = page.size() >= PAGE
                && !changes.changes(run.id(), difference, severity, lane, last, 1)
                        .isEmpty();
        model.addAttribute("more", more ? last : null);
        return "publishing/rehearsal-tickets";
    }

    @GetMapping("/changes.csv")
    void csv(@RequestParam(defaultValue = "") String calendar, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"rehearsal.csv\"");
        new RehearsalCsv(changes).write(rehearsals.find(Subject.of(calendar)), response.getWriter());
    }

    private String show(Drafts.Draft draft, Model model) {
        Rehearsals.Run run = rehearsals.find(draft.subject()).orElse(null);
        Instant alive = clock.instant().minus(STALLED);
        model.addAttribute("draft", draft);
        model.addAttribute("run", run);
        boolean running = run != null && run.isRunning(alive);
        model.addAttribute("running", running);
        model.addAttribute("table", run == null || running ? null : RehearsalTable.of(changes.counts(run.id())));
        model.addAttribute("zone", rehearsing.zone());
        return "publishing/rehearsal";
    }
}
