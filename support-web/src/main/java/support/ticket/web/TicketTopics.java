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
            long app = ticket.facts().app();
            List<Topics.Line> near = without(about, similar.to(ticket.facts().summary(), app, viewer));
            model.addAttribute("similar", near);
            model.addAttribute("otherTopics", without(near, without(about, topics.open(app, viewer))));
        }
    }

    private static List<Topics.Line> without(List<Topics.Line> known, List<Topics.Line> lines) {
        return lines.stream()
                .filter(line -> known.stream()
                        .noneMatch(one -> one.topic().id() == line.topic().id()))
                .toList();
    }
}
