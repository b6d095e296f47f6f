package support.ticket.app;

import java.time.Clock;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import support.people.Viewer;
import support.ticket.Tag;
import support.ticket.Ticket;
import support.ticket.TicketNumber;
import support.ticket.persistence.TicketTags;

/** Gives tickets the words by which the desk finds them, and takes them away. What is so already stays so. */
@Component
@Transactional
public class Tagging {
    private final TicketTags tags;
    private final TicketKeeping keeping;
    private final Clock clock;

    Tagging(TicketTags tags, TicketKeeping keeping, Clock clock) {
        this.tags = tags;
        this.keeping = keeping;
        this.clock = clock;
    }

    public void tag(TicketNumber number, Tag tag, Viewer by) {
        change(number, tag, false, by, (ticket, given) -> ticket.tag(given, by, clock.instant()));
    }

    public void untag(TicketNumber number, Tag tag, Viewer by) {
        change(number, tag, true, by, (ticket, given) -> ticket.untag(given, by, clock.instant()));
    }

    /** The ticket is locked before anybody looks whether it has the tag: of two who give it at once one does. */
    private void change(TicketNumber number, Tag tag, boolean has, Viewer by, BiConsumer<Ticket, Tag> verb) {
        Ticket ticket = keeping.found(number, by);
        if (tags.has(number, tag) == has) {
            verb.accept(ticket, tag);
            keeping.keep(ticket);
        }
    }
}
