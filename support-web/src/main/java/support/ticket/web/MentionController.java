package support.ticket.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import support.people.Viewer;
import support.people.persistence.People;
import support.ticket.Mentions;
import support.ticket.TicketNumber;
import support.ticket.app.MentionDesk;
import support.ticket.persistence.TicketMentions;

/** Where notes name one, until one has seen to it; and whom one can name. */
@Controller
@RequestMapping("/mentions")
class MentionController {
    /** @param handle as it is written after the {@code @}. Public, so that what the template says of it can be compiled. */
    public record Named(String name, String handle) {}

    private static final int MOST = 100;

    private final TicketMentions mentions;
    private final MentionDesk desk;
    private final People people;

    MentionController(TicketMentions mentions, MentionDesk desk, People people) {
        this.mentions = mentions;
        this.desk = desk;
        this.people = people;
    }

    @GetMapping
    String show(Viewer viewer, Model model) {
        model.addAttribute("mentions", mentions.of(viewer, MOST));
        return "ticket/mentions";
    }

    @PostMapping("/removal")
    String done(@RequestParam TicketNumber ticket, Viewer viewer) {
        desk.done(ticket, viewer);
        return "redirect:/mentions";
    }

    @GetMapping("/people")
    String people(Model model) {
        model.addAttribute(
                "named",
                people.staff().stream()
                        .map(person -> new Named(person.name(), Mentions.handle(person.name())))
                        .toList());
        return "ticket/part/named :: list";
    }
}
