package support.ticket.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import support.people.Viewer;
import support.ticket.Tag;
import support.ticket.TicketNumber;
import support.ticket.app.Tagging;

/** The words by which the desk finds a ticket. */
@Controller
@RequestMapping("/tickets/{number}/tags")
class TagController {
    private final Tagging tagging;
    private final TicketPage page;
    private final TicketDeeds deeds;

    TagController(Tagging tagging, TicketPage page, TicketDeeds deeds) {
        this.tagging = tagging;
        this.page = page;
        this.deeds = deeds;
    }

    @PostMapping
    String tag(
            @PathVariable TicketNumber number,
            @RequestParam(defaultValue = "") String tag,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        page.find(number, viewer);
        Optional<Tag> given = Tag.parse(tag);
        if (given.isEmpty()) {
            return deeds.refuse(number, "tag.wrong", viewer, model, response);
        }
        tagging.tag(number, given.get(), viewer);
        return "redirect:/tickets/" + number + "#tags";
    }

    @PostMapping("/removal")
    String untag(@PathVariable TicketNumber number, @RequestParam(defaultValue = "") String tag, Viewer viewer) {
        page.find(number, viewer);
        Tag.parse(tag).ifPresent(given -> tagging.untag(number, given, viewer));
        return "redirect:/tickets/" + number + "#tags";
    }
}
