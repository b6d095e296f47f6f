package support.ticket.app;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import support.people.Viewer;
import support.ticket.TicketNumber;
import support.ticket.persistence.TicketMentions;

/** People see to what names them. */
@Component
@Transactional
public class MentionDesk {
    private final TicketMentions mentions;

    MentionDesk(TicketMentions mentions) {
        this.mentions = mentions;
    }

    public void done(TicketNumber ticket, Viewer by) {
        mentions.done(ticket, by);
    }
}
