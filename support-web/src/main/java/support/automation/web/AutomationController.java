package support.automation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import support.automation.Automation;
import support.automation.Deeds;
import support.automation.Trigger;
import support.automation.app.AutomationDesk;
import support.automation.app.AutomationQueries;
import support.automation.app.AutomationRehearsal;
import support.automation.persistence.AutomationTasks;
import support.automation.persistence.Automations;
import support.people.Viewer;
import support.people.persistence.People;
import support.query.Reading;
import support.site.web.FormProblems;
import support.site.web.Typed;
import support.ticket.Status;
import support.ticket.persistence.MatchingTickets.Match;
import support.ticket.web.QueryFaults;

/** Where admins keep what the desk does by itself, try it on the past, and turn it on. */
@Controller
@RequestMapping("/automations")
class AutomationController {
    private static final int LAST_RUNS = 20;

    private final Automations automations;
    private final AutomationTasks tasks;
    private final AutomationDesk desk;
    private final AutomationQueries queries;
    private final AutomationRehearsal rehearsal;
    private final AutomationText text;
    private final QueryFaults faults;
    private final People people;
    private final FormProblems problems;

    AutomationController(
            Automations automations,
            AutomationTasks tasks,
            AutomationDesk desk,
            AutomationQueries queries,
            AutomationRehearsal rehearsal,
            AutomationText text,
            QueryFaults faults,
            People people,
            FormProblems problems) {
        this.automations = automations;
        this.tasks = tasks;
        this.desk = desk;
        this.queries = queries;
        this.rehearsal = rehearsal;
        this.text = text;
        this.faults = faults;
        this.people = people;
        this.problems = problems;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("rows", text.rows(automations.all()));
        return "automation/list";
    }

    @GetMapping("/new")
    String blank(@ModelAttribute("form") AutomationForm form, BindingResult ignored, Model model) {
        FormProblems.none(model);
        return shown(null, model);
    }

    @PostMapping
    String add(
            @ModelAttribute("form") AutomationForm form,
            BindingResult errors,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        Automation automation = form.read(errors, 0, viewer);
        return keep(automation, () -> desk.add(automation, viewer), null, errors, model, response);
    }

    @GetMapping("/{id}")
    String edit(@PathVariable long id, Model model) {
        FormProblems.none(model);
        Automation automation = kept(id);
        model.addAttribute("form", AutomationForm.of(automation));
        return shown(automation, model);
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable long id,
            @ModelAttribute("form") AutomationForm form,
            BindingResult errors,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        Automation before = kept(id);
        Automation automation = form.read(errors, id, viewer);
        return keep(automation, () -> desk.change(automation, viewer), before, errors, model, response);
    }

    /** What it would have done; nothing is done. */
    @GetMapping("/{id}/rehearsal")
    String rehearse(@PathVariable long id, Model model) {
        Automation automation = kept(id);
        model.addAttribute("row", text.rows(List.of(automation)).getFirst());
        model.addAttribute("most", AutomationRehearsal.MOST);
        model.addAttribute("days", AutomationRehearsal.DAYS);
        model.addAttribute("tooMuch", false);
        try {
            Optional<List<Match>> matches = rehearsal.of(automation);
            model.addAttribute("matches", matches.orElseGet(List::of));
        } catch (QueryTimeoutException tooMuch) {
            model.addAttribute("matches", List.of());
            model.addAttribute("tooMuch", true);
        }
        return "automation/rehearsal";
    }

    @PostMapping("/{id}/start")
    String start(@PathVariable long id, @RequestParam(defaultValue = "") String seen, Viewer viewer) {
        Automation automation = kept(id);
        boolean read = automation.version() == Typed.number(seen);
        boolean started = read && desk.start(automation, viewer) == AutomationDesk.Outcome.KEPT;
        return "redirect:/automations" + (started ? "" : "?stale");
    }

    @PostMapping("/{id}/stop")
    String stop(@PathVariable long id, Viewer viewer) {
        desk.stop(kept(id), viewer);
        return "redirect:/automations";
    }

    @PostMapping("/{id}/earlier")
    String moveUp(@PathVariable long id, Viewer viewer) {
        desk.moveUp(kept(id), viewer);
        return "redirect:/automations";
    }

    @PostMapping("/{id}/removal")
    String remove(@PathVariable long id, Viewer viewer) {
        desk.remove(kept(id), viewer);
        return "redirect:/automations";
    }

    private String keep(
            Automation automation,
            Supplier<AutomationDesk.Outcome> keeping,
            @Nullable Automation before,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        check(automation, errors);
        if (!errors.hasErrors()) {
            attempt(keeping, errors);
        }
        if (!errors.hasErrors()) {
            return "redirect:/automations";
        }
        problems.refuse(errors, model, response);
        return shown(before, model);
    }

    private void check(Automation automation, BindingResult errors) {
        Reading reading = queries.read(automation.query());
        reading.faults().forEach(fault -> errors.rejectValue("query", "", faults.words(fault)));
        if (AutomationQueries.asksForMe(reading.query())) {
            errors.rejectValue("query", "automation.query.me");
        }
        Long assignee = automation.deeds().assignee();
        if (assignee != null && !people.answers(assignee)) {
            errors.rejectValue("assignee", "macro.assignee.wrong");
        }
    }

    private static void attempt(Supplier<AutomationDesk.Outcome> keeping, BindingResult errors) {
        try {
            AutomationDesk.Outcome outcome = keeping.get();
            if (outcome != AutomationDesk.Outcome.KEPT) {
                errors.reject("automation." + outcome, new Object[] {Automations.MOST}, null);
            }
        } catch (DuplicateKeyException there) {
            errors.rejectValue("name", "automation.name.there");
        }
    }

    private Automation kept(long id) {
        return automations.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** @param before null for a new one */
    private String shown(@Nullable Automation before, Model model) {
        model.addAttribute("id", before == null ? null : before.id());
        model.addAttribute("runs", before == null ? List.of() : text.runs(tasks.of(before.id(), LAST_RUNS)));
        model.addAttribute("triggers", Trigger.values());
        model.addAttribute("mails", Deeds.Mail.values());
        model.addAttribute("people", people.desk());
        model.addAttribute("statuses", Status.given());
        return "automation/form";
    }
}
