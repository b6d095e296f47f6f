package support.ticket.app;

import java.time.Clock;
import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import support.people.Notice;
import support.people.Viewer;
import support.people.persistence.People;
import support.sla.RefusedTerms;
import support.ticket.Refusal;
import support.ticket.TicketNumber;
import support.ticket.persistence.TicketDrafts;

/** Replies that have waited leave, or come back to their authors, who are told by letter: nobody believes them sent. */
@Component
public class Departures {
    private final Leaving leaving;
    private final TicketDrafts drafts;
    private final TicketKeeping keeping;
    private final People people;
    private final ApplicationEventPublisher listeners;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Departures(
            Leaving leaving,
            TicketDrafts drafts,
            TicketKeeping keeping,
            People people,
            ApplicationEventPublisher listeners,
            TransactionTemplate transaction,
            Clock clock) {
        this.leaving = leaving;
        this.drafts = drafts;
        this.keeping = keeping;
        this.people = people;
        this.listeners = listeners;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The time has come; what was taken back meanwhile stays where it is. */
    public void leave(TicketNumber number, long person) {
        leave(number, person, clock.instant());
    }

    /** Its author does not want to wait. */
    public void leaveNow(TicketNumber number, Viewer by) {
        leave(number, by.id(), clock.instant().plus(HeldReplies.HELD));
    }

    private void leave(TicketNumber number, long person, Instant due) {
        try {
            leaving.leave(number, person, due);
        } catch (StaleTicket | NoSuchTicket changed) {
            comeBack(number, person, TicketDrafts.CameBack.WRITTEN);
        } catch (Refusal refused) {
            comeBack(number, person, TicketDrafts.CameBack.REFUSED);
        } catch (RefusedTerms closed) {
            comeBack(number, person, TicketDrafts.CameBack.NEWS);
        } catch (Leaving.MacroGone gone) {
            comeBack(number, person, TicketDrafts.CameBack.MACRO);
        }
    }

    private void comeBack(TicketNumber number, long person, TicketDrafts.CameBack why) {
        transaction.executeWithoutResult(status -> {
            if (drafts.takeBack(number, person, why)) {
                people.viewer(person).ifPresent(author -> tell(number, author));
            }
        });
    }

    private void tell(TicketNumber number, Viewer author) {
        keeping.find(number).ifPresent(ticket -> {
            String summary = ticket.facts().summary();
            listeners.publishEvent(
                    Notice.to(Notice.Kind.REPLY_CAME_BACK, author.email(), author.name(), number.toString(), summary)
                            .leadingTo("/tickets/" + number));
        });
    }
}
