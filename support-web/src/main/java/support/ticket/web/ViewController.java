package support.ticket.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
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
import support.catalog.App;
import support.catalog.persistence.Apps;
import support.people.Viewer;
import support.site.web.FormProblems;
import support.ticket.SavedView;
import support.ticket.persistence.Asked;
import support.ticket.persistence.SavedViews;
import support.ticket.persistence.TicketLists;

/** Views of the queue: what people of the desk ask for again and again, with how many tickets that are now. */
@Controller
@RequestMapping("/queue/views")
class ViewController {
    /**
     * @param count null where it is not counted: of tickets that are done there may be any number
     * @param kept whether the viewer may remove it
     * @param current whether it is what the queue is asked for
     */
    record Line(SavedView view, String address, @Nullable String count, boolean kept, boolean current) {}

    private final SavedViews views;
    private final TicketLists tickets;
    private final Apps apps;
    private final QueueQueries queries;
    private final FormProblems problems;
    private final Clock clock;

    ViewController(
            SavedViews views,
            TicketLists tickets,
            Apps apps,
            QueueQueries queries,
            FormProblems problems,
            Clock clock) {
        this.views = views;
        this.tickets = tickets;
        this.apps = apps;
        this.queries = queries;
        this.problems = problems;
        this.clock = clock;
    }

    /**
     * @param part anything for the links alone, as the queue asks for them
     * @param q what the queue is asked for
     */
    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String part,
            @RequestParam(defaultValue = "") String q,
            Viewer viewer,
            Model model) {
        List<App> all = apps.active();
        Instant now = clock.instant();
        model.addAttribute(
                "views",
                views.of(viewer).stream()
                        .map(view -> line(view, view.query().equals(q), viewer, all, now))
                        .toList());
        return part.isEmpty() ? "ticket/views" : "ticket/part/views :: links";
    }

    private Line line(SavedView view, boolean current, Viewer viewer, List<App> all, Instant now) {
        QueueQueries.Understood read = queries.read(new QueueForm(view.query(), null, null), all);
        Asked asked = queries.asked(read.query(), now);
        boolean counted = read.faults().isEmpty() && asked.isOfOpen();
        return new Line(
                view,
                QueueForm.address(view.query()),
                counted ? count(tickets.count(viewer, asked)) : null,
                view.isKeptBy(viewer),
                current);
    }

    private static String count(int tickets) {
        return tickets < TicketLists.MOST_COUNTED ? String.valueOf(tickets) : TicketLists.MOST_COUNTED + "+";
    }

    @GetMapping("/new")
    String blank(@ModelAttribute("form") ViewForm form, BindingResult ignored, Model model) {
        FormProblems.none(model);
        return "ticket/view";
    }

    @PostMapping
    String add(
            @ModelAttribute("form") ViewForm form,
            BindingResult errors,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        SavedView view = form.read(errors, viewer);
        if (view.query().isEmpty()
                || !queries.read(new QueueForm(view.query(), null, null), apps.active())
                        .faults()
                        .isEmpty()) {
            errors.rejectValue("q", "views.query.wrong");
        }
        if (!errors.hasErrors()) {
            keep(view, errors);
        }
        if (!errors.hasErrors()) {
            return "redirect:" + QueueForm.address(view.query());
        }
        problems.refuse(errors, model, response);
        return "ticket/view";
    }

    private void keep(SavedView view, BindingResult errors) {
        try {
            if (!views.add(view)) {
                errors.reject("views.full", new Object[] {SavedViews.MOST}, null);
            }
        } catch (DuplicateKeyException there) {
            errors.rejectValue("name", "views.name.there");
        }
    }

    @PostMapping("/{id}/removal")
    String remove(@PathVariable long id, Viewer viewer) {
        if (!views.remove(id, viewer)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return "redirect:/queue/views";
    }
}
