package support.ticket.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import support.people.persistence.People;
import support.ticket.TicketEvent;
import support.ticket.persistence.TicketView;

/** What others have said and done while somebody wrote on a page that the ticket has outrun by now. */
@Component
class Since {
    /**
     * Public, so that what the template says of it can be compiled.
     *
     * @param messages what was written, oldest first
     * @param changes all that happened, in sentences
     */
    public record New(List<TicketView.Entry> messages, List<HistoryText.Line> changes) {}

    private static final String SEEN = "seen";

    private final HistoryText history;
    private final People people;

    Since(HistoryText history, People people) {
        this.history = history;
        this.people = people;
    }

    /** The page is to tell what is new since a version. */
    static void tell(int seen, Model model) {
        model.addAttribute(SEEN, seen);
    }

    /** Nothing, unless the page is to tell it and knows what was seen. */
    void show(TicketView ticket, Model model) {
        if (model.getAttribute(SEEN) instanceof Integer seen && seen >= 0) {
            List<TicketView.Event> later = ticket.since(seen);
            List<TicketView.Entry> all = ticket.conversation();
            int said = (int) later.stream().filter(Since::said).count();
            List<TicketView.Entry> messages = all.subList(Math.max(0, all.size() - said), all.size());
            model.addAttribute("since", new New(messages, history.lines(later, names())));
        }
    }

    private Map<Long, String> names() {
        return people.desk().stream().collect(Collectors.toMap(People.Colleague::id, People.Colleague::name));
    }

    private static boolean said(TicketView.Event event) {
        return switch (event.event().what()) {
            case TicketEvent.CustomerReplied replied -> true;
            case TicketEvent.DeskReplied replied -> true;
            case TicketEvent.NoteWritten note -> true;
            default -> false;
        };
    }
}
