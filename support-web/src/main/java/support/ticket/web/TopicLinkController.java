package support.ticket.web;

import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import support.people.Viewer;
import support.ticket.TicketNumber;
import support.ticket.app.TopicLinks;
import support.topic.Topic;
import support.topic.persistence.Topics;

/** The desk says which known issue or idea a ticket is about. */
@Controller
@RequestMapping("/tickets/{number}/topics")
class TopicLinkController {
    private final TopicLinks links;
    private final Topics topics;
    private final TicketPage page;

    TopicLinkController(TopicLinks links, Topics topics, TicketPage page) {
        this.links = links;
        this.topics = topics;
        this.page = page;
    }

    @PostMapping
    String link(@PathVariable TicketNumber number, @RequestParam(defaultValue = "0") String topic, Viewer viewer) {
        page.find(number, viewer);
        find(topic, viewer).ifPresent(found -> links.link(number, found, viewer));
        return "redirect:/tickets/" + number + "#topics";
    }

    @PostMapping("/removal")
    String unlink(@PathVariable TicketNumber number, @RequestParam(defaultValue = "0") String topic, Viewer viewer) {
        page.find(number, viewer);
        find(topic, viewer).ifPresent(found -> links.unlink(number, found, viewer));
        return "redirect:/tickets/" + number + "#topics";
    }

    private Optional<Topic> find(String topic, Viewer viewer) {
        return Pages.number(topic).flatMap(id -> topics.find(id, viewer)).map(Topics.Line::topic);
    }
}
