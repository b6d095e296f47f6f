package support.ticket.app;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import support.people.Viewer;
import support.ticket.Message;
import support.ticket.TicketEvent;
import support.ticket.TicketNumber;
import support.ticket.persistence.TicketDrafts;

/** Keeps what people are writing on tickets, for themselves alone, until it is sent or thrown away. */
@Component
@Transactional
public class DraftDesk {
    private final TicketDrafts drafts;
    private final Clock clock;

    DraftDesk(TicketDrafts drafts, Clock clock) {
        this.drafts = drafts;
        this.clock = clock;
    }

    /**
     * Keeps it as it is now; without words, and without a macro, there is nothing to keep.
     *
     * @param written when it says it was kept does not count
     * @return whether there is a draft now
     */
    public boolean keep(TicketNumber number, TicketDrafts.Draft written, Viewer by) {
        if (written.text().isBlank() && written.macro() == null) {
            drafts.forget(number, written.internal(), by);
            return false;
        }
        return drafts.keep(number, written.savedAt(clock.instant()), by);
    }

    /** By the desk's clock. */
    public Instant now() {
        return clock.instant();
    }

    /** Throws it away, with the files that were to go with it. */
    public void discard(TicketNumber number, boolean internal, Viewer by) {
        drafts.discard(number, internal, by);
    }

    @Transactional(readOnly = true)
    public List<TicketDrafts.Draft> of(TicketNumber number, Viewer by) {
        return drafts.of(number, by);
    }

    /** What somebody has said on a ticket is no draft of theirs any more. */
    @EventListener
    public void on(TicketChanged change) {
        if (change.events().stream().noneMatch(event -> event.what() instanceof TicketEvent.Raised)) {
            for (Message message : change.messages()) {
                drafts.sent(message.author(), message.words().nonce());
            }
        }
    }
}
