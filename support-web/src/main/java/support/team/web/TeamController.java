package support.team.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
import support.catalog.App;
import support.catalog.persistence.Apps;
import support.people.Viewer;
import support.site.web.FormProblems;
import support.team.Absence;
import support.team.Agent;
import support.team.app.TeamDesk;
import support.team.persistence.Loads;
import support.team.persistence.Teams;

/** Leads see who does what, and say who knows which apps and who is away. */
@Controller
@RequestMapping("/team")
class TeamController {
    /** @param apps the names of those that they know; empty for all */
    record Line(Agent agent, String apps, Loads.Load load) {}

    private final Teams teams;
    private final Loads loads;
    private final Apps apps;
    private final TeamDesk desk;
    private final AbsencePage absences;
    private final FormProblems problems;

    TeamController(Teams teams, Loads loads, Apps apps, TeamDesk desk, AbsencePage absences, FormProblems problems) {
        this.teams = teams;
        this.loads = loads;
        this.apps = apps;
        this.desk = desk;
        this.absences = absences;
        this.problems = problems;
    }

    @GetMapping
    String list(Model model) {
        List<App> all = apps.all();
        Map<Long, Loads.Load> load = loads.all();
        model.addAttribute(
                "lines",
                teams.on(absences.today()).agents().stream()
                        .map(agent ->
                                new Line(agent, names(agent, all), load.getOrDefault(agent.id(), Loads.Load.NONE)))
                        .toList());
        return "team/list";
    }

    private static String names(Agent agent, List<App> all) {
        return all.stream()
                .filter(app -> agent.apps().contains(app.id()))
                .map(App::name)
                .collect(Collectors.joining(", "));
    }

    @GetMapping("/{id}")
    String show(@PathVariable long id, Model model) {
        FormProblems.none(model);
        return shown(known(id), AbsenceForm.EMPTY, model);
    }

    @PostMapping("/{id}/apps")
    String set(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Set<Long> app,
            @RequestParam(defaultValue = "false") boolean given,
            Viewer viewer) {
        desk.set(known(id).id(), app == null ? Set.of() : app, given, viewer);
        return "redirect:/team/" + id + "?saved";
    }

    @PostMapping("/{id}/absences")
    String add(@PathVariable long id, AbsenceForm form, Viewer viewer, Model model, HttpServletResponse response) {
        Agent agent = known(id);
        BindingResult errors = FormProblems.found();
        Absence absence = form.read(absences.today(), errors).orElse(null);
        if (absence != null) {
            desk.add(id, absence, viewer);
            return "redirect:/team/" + id;
        }
        problems.refuse(errors, model, response);
        return shown(agent, form, model);
    }

    @PostMapping("/{id}/absences/removal")
    String remove(@PathVariable long id, @RequestParam long absence, Viewer viewer) {
        desk.removeAbsence(known(id).id(), absence, viewer);
        return "redirect:/team/" + id;
    }

    private Agent known(long id) {
        return teams.on(absences.today()).find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String shown(Agent agent, AbsenceForm form, Model model) {
        model.addAttribute("agent", agent);
        model.addAttribute("apps", apps.active());
        model.addAttribute("load", loads.all().getOrDefault(agent.id(), Loads.Load.NONE));
        absences.show(agent.id(), form, model);
        return "team/one";
    }
}
