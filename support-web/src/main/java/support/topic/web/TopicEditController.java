package support.topic.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
import support.catalog.persistence.Apps;
import support.people.Viewer;
import support.site.web.FormProblems;
import support.site.web.Typed;
import support.topic.Stage;
import support.topic.Topic;
import support.topic.app.StaleTopic;
import support.topic.app.TopicDesk;
import support.topic.persistence.Topics;

/** The desk writes known issues and ideas down, and moves them on. */
@Controller
@RequestMapping("/topics")
class TopicEditController {
    private static final int LONGEST_OUTCOME = 500;

    private final Topics topics;
    private final Apps apps;
    private final TopicDesk desk;
    private final FormProblems problems;
    private final Clock clock;

    TopicEditController(Topics topics, Apps apps, TopicDesk desk, FormProblems problems, Clock clock) {
        this.topics = topics;
        this.apps = apps;
        this.desk = desk;
        this.problems = problems;
        this.clock = clock;
    }

    @GetMapping("/new")
    String blank(@ModelAttribute("form") TopicForm form, BindingResult ignored, Model model) {
        FormProblems.none(model);
        return shown(null, model);
    }

    @PostMapping
    String add(
            @ModelAttribute("form") TopicForm form,
            BindingResult errors,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        Topic topic = form.read(errors, clock.instant());
        known(topic.app(), errors);
        if (!errors.hasErrors()) {
            long id = desk.add(topic, form.ticketNumber(), viewer);
            return "redirect:" + (form.ticketNumber().isEmpty() ? "/topics/" + id : "/tickets/" + form.ticketNumber());
        }
        return wrong(null, errors, model, response);
    }

    @GetMapping("/{id}/edit")
    String edit(@PathVariable long id, Viewer viewer, Model model) {
        FormProblems.none(model);
        Topic topic = find(id, viewer);
        model.addAttribute("form", TopicForm.of(topic));
        return shown(id, model);
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable long id,
            @ModelAttribute("form") TopicForm form,
            BindingResult errors,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        Topic topic = form.read(errors, find(id, viewer));
        known(topic.app(), errors);
        if (!errors.hasErrors()) {
            try {
                desk.change(topic, form.tells(), viewer);
                return "redirect:/topics/" + id;
            } catch (StaleTopic stale) {
                errors.reject("topic.stale");
            }
        }
        return wrong(id, errors, model, response);
    }

    @PostMapping("/{id}/stage")
    String move(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String stage,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String seen,
            Viewer viewer) {
        Topic topic = find(id, viewer);
        String said = Typed.text(outcome);
        if (topic.version() != Typed.number(seen)) {
            return "redirect:/topics/" + id + "?stale";
        }
        Optional<Stage> to = Stage.of(topic.kind()).stream()
                .filter(one -> one.name().equals(stage) && one != topic.stage())
                .filter(one -> one.outcome() == Stage.Outcome.NONE || !said.isEmpty())
                .filter(one -> said.length() <= LONGEST_OUTCOME)
                .findFirst();
        try {
            to.ifPresent(next -> desk.move(topic.moved(next, said, clock.instant()), viewer));
        } catch (StaleTopic stale) {
            return "redirect:/topics/" + id + "?stale";
        }
        return "redirect:/topics/" + id + (to.isPresent() ? "" : "?unsaid");
    }

    /** Also what no catalogue has is no app. */
    private void known(long app, BindingResult errors) {
        if (!errors.hasFieldErrors("app") && apps.find(app).isEmpty()) {
            errors.rejectValue("app", "raise.app.empty");
        }
    }

    private Topic find(long id, Viewer viewer) {
        return topics.find(id, viewer)
                .map(Topics.Line::topic)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String wrong(@Nullable Long id, BindingResult errors, Model model, HttpServletResponse response) {
        problems.refuse(errors, model, response);
        return shown(id, model);
    }

    /** @param id null for a new one */
    private String shown(@Nullable Long id, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("apps", apps.all());
        model.addAttribute("kinds", Topic.Kind.values());
        return "topic/form";
    }
}
