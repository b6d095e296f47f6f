package support.ticket.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import support.people.MailAddress;
import support.people.Viewer;
import support.people.persistence.People;
import support.site.web.FormProblems;
import support.ticket.Refusal;
import support.ticket.TicketNumber;
import support.ticket.app.TicketDesk;
import support.ticket.persistence.TicketView;

/** Who else is on a ticket. Customers choose among their colleagues, people of the desk name an address. */
@Controller
@RequestMapping("/tickets/{number}")
class ParticipantController {
    private final TicketDesk desk;
    private final TicketPage page;
    private final People people;

    ParticipantController(TicketDesk desk, TicketPage page, People people) {
        this.desk = desk;
        this.page = page;
        this.people = people;
    }

    @PostMapping("/participants")
    String add(
            @PathVariable TicketNumber number,
            @RequestParam(required = false) @Nullable Long person,
            @RequestParam(defaultValue = "") String address,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        page.find(number, viewer);
        Optional<Viewer> named = viewer.staff() ? byAddress(address) : colleague(person, viewer);
        if (named.isEmpty()) {
            model.addAttribute("asked", address);
            return problem(number, "participants.unknown", viewer, model, response);
        }
        return change(number, viewer, model, response, () -> desk.addParticipant(number, viewer, named.get()));
    }

    @PostMapping("/removed-participants")
    String remove(
            @PathVariable TicketNumber number,
            @RequestParam(defaultValue = "0") long person,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        TicketView ticket = page.find(number, viewer);
        boolean own = ticket.state().belongsTo(viewer, ticket.facts());
        String next = change(number, viewer, model, response, () -> desk.removeParticipant(number, viewer, person));
        // whoever takes themselves off a ticket of others sees it no more
        return person == viewer.id() && !own ? "redirect:/tickets" : next;
    }

    private Optional<Viewer> colleague(@Nullable Long person, Viewer viewer) {
        return people.colleagues(viewer).stream()
                .filter(colleague -> person != null && colleague.id() == person)
                .findFirst()
                .flatMap(colleague -> people.viewer(colleague.id()));
    }

    private Optional<Viewer> byAddress(String address) {
        return MailAddress.of(address)
                .flatMap(named -> people.credentials(named.text()))
                .flatMap(known -> people.viewer(known.person()));
    }

    private String change(
            TicketNumber number, Viewer viewer, Model model, HttpServletResponse response, Runnable verb) {
        try {
            verb.run();
            return "redirect:/tickets/" + number;
        } catch (Refusal refusal) {
            return problem(number, "ticket.refused." + refusal.reason(), viewer, model, response);
        }
    }

    private String problem(
            TicketNumber number, String problem, Viewer viewer, Model model, HttpServletResponse response) {
        model.addAttribute("problem", problem);
        FormProblems.none(model);
        response.setStatus(HttpStatus.CONFLICT.value());
        return page.show(number, WordsForm.empty(), viewer, model);
    }
}
