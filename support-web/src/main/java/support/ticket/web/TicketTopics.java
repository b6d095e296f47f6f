package support.ticket.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import support.people.Viewer;
import support.ticket.persistence.TicketView;
import support.topic.persistence.Topics;
import support.topic.web.SimilarTopics;

/** What the page of a ticket shows of known issues and ideas: what it is about, and to the desk what it may be about. */
@Component
class TicketTopics {
    private final Topics topics;
    private final SimilarTopics similar;

    TicketTopics(Topics topics, SimilarTopics similar) {
        this.topics = topics;
        this.similar = similar;
    }

    void show(TicketView ticket, Viewer viewer, Model model) {
        List<Topics.Line> about = topics.of(ticket.facts().number().value(), viewer);
        model.addAttribute("topics", about);
        if (viewer.role().answers()) {
            model.addAttribute(
                    "similar",
                    similar.to(ticket.facts().summary(), ticket.facts().app(), viewer).stream()
                            .filter(line -> about.stream()
                                    .noneMatch(known ->
                                            known.topic().id() == line.topic().id()))
                            .toList());
        }
    }
}
