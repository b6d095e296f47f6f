package support.ticket.app;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import support.people.Viewer;
import support.people.persistence.People;
import support.sla.Terms;
import support.sla.app.CurrentTerms;
import support.ticket.Extras;
import support.ticket.Status;
import support.ticket.Ticket;
import support.ticket.TicketNumber;
import support.ticket.TicketState;
import support.ticket.Words;
import support.ticket.persistence.TicketDrafts;

/**
 * An answer of an agent waits a moment before it leaves, and can be taken back until then. While it waits it is its author's
 * draft: the customer has not got it, so no promise is kept by it, and a crash loses nothing.
 */
@Component
@Transactional
public class HeldReplies {
    /** So long it can be taken back. */
    public static final Duration HELD = Duration.ofSeconds(10);

    /** What is due so soon is answered at once: the wait breaks no promise, not even if the desk starts anew meanwhile. */
    private static final Duration SOON = Duration.ofMinutes(5);

    /** What became of an answer that was sent. */
    public enum Sent {
        LEFT,
        /** It would have waited, were nothing due within minutes. */
        AT_ONCE,
        HELD,
        /** Nothing: another one of this person waits on the ticket. */
        BUSY
    }

    /**
     * @param seen the version of the ticket on the page
     * @param newsBy by when there are news; null when nothing is said of it
     * @param extras what goes along; null for nothing
     */
    public record Answer(
            int seen,
            Words words,
            Status next,
            @Nullable Instant newsBy,
            @Nullable Extras extras) {}

    private final TicketDesk desk;
    private final TicketKeeping keeping;
    private final TicketDrafts drafts;
    private final People people;
    private final CurrentTerms terms;
    private final SchedulerClient scheduler;
    private final Clock clock;
    private final boolean byDefault;

    /** @param byDefault whether the replies of those wait who have not said */
    HeldReplies(
            TicketDesk desk,
            TicketKeeping keeping,
            TicketDrafts drafts,
            People people,
            CurrentTerms terms,
            @Lazy SchedulerClient scheduler,
            Clock clock,
            @Value("${desk.undo-send:true}") boolean byDefault) {
        this.desk = desk;
        this.keeping = keeping;
        this.drafts = drafts;
        this.people = people;
        this.terms = terms;
        this.scheduler = scheduler;
        this.clock = clock;
        this.byDefault = byDefault;
    }

    /**
     * What would be refused when it leaves is refused now.
     *
     * @param draft the same, as it is kept meanwhile
     * @throws StaleTicket when the ticket has another version by now
     * @throws support.ticket.Refusal where the ticket takes no such answer
     * @throws support.sla.RefusedTerms when news cannot be promised by then
     */
    public Sent send(TicketNumber number, Viewer by, Answer answer, TicketDrafts.Draft draft) {
        boolean waits = people.known(by.id()).map(People.Known::undoesSends).orElse(byDefault);
        if (!waits) {
            leave(number, by, answer);
            return Sent.LEFT;
        }
        Terms held = terms.hold();
        Ticket ticket = keeping.found(number, by);
        Instant now = clock.instant();
        if (isDueSoon(ticket.state(), now)) {
            leave(number, by, answer);
            return Sent.AT_ONCE;
        }
        return drafts.leaving(ticket.number(), by.id())
                .map(waiting -> waiting.nonce().equals(draft.nonce()) ? Sent.HELD : Sent.BUSY)
                .orElseGet(() -> hold(ticket, by, answer, draft, now, held));
    }

    private void leave(TicketNumber number, Viewer by, Answer answer) {
        desk.answer(number, by, answer.seen, answer.words, answer.next, answer.newsBy, answer.extras);
    }

    private static boolean isDueSoon(TicketState state, Instant now) {
        Instant soon = now.plus(SOON);
        return state.promises().stream()
                .anyMatch(promise -> promise.isOpen()
                        && !promise.isPaused()
                        && !promise.dueAt().isAfter(soon));
    }

    private Sent hold(Ticket ticket, Viewer by, Answer answer, TicketDrafts.Draft draft, Instant now, Terms held) {
        if (ticket.state().version() != answer.seen) {
            throw new StaleTicket(answer.seen);
        }
        ticket.answer(
                by, answer.words, answer.next, answer.newsBy, now, held); // to see whether it can be; it is not kept
        Instant leavesAt = now.plus(HELD);
        if (!drafts.keep(ticket.number(), draft.leaving(answer.next, now, leavesAt), by)) {
            return Sent.LEFT; // it has arrived before
        }
        scheduler.scheduleIfNotExists(LeavingTask.of(ticket.number(), by.id(), leavesAt), leavesAt);
        return Sent.HELD;
    }

    /** It is a draft again, with its files and all that would have gone along. @return false when it had left already */
    public boolean takeBack(TicketNumber number, Viewer by) {
        return drafts.takeBack(number, by.id(), null);
    }
}
