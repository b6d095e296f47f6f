package support.bulk.app;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import support.bulk.Bulk;
import support.bulk.Chosen;
import support.bulk.Deed;
import support.bulk.Fate;
import support.bulk.persistence.Bulks;
import support.people.Viewer;
import support.ticket.Refusal;
import support.ticket.TicketNumber;
import support.ticket.app.NoSuchTicket;

/** Does one thing to several tickets, and takes it back: each ticket by itself, so that one in the way stops no other. */
@Component
public class BulkDesk {
    /** As many as stand on a page of the queue. */
    public static final int MOST = 50;

    /** So long a form that is sent again is known, and what it did can be taken back. */
    private static final Duration KNOWN = Duration.ofDays(1);

    private final Bulks bulks;
    private final BulkBeginning beginning;
    private final BulkTicket one;
    private final Clock clock;

    BulkDesk(Bulks bulks, BulkBeginning beginning, BulkTicket one, Clock clock) {
        this.bulks = bulks;
        this.beginning = beginning;
        this.one = one;
        this.clock = clock;
    }

    /**
     * @param form names the form that was sent: sent twice it does its deed once, and goes on where it was interrupted. One that
     *     comes back with another deed, or for other tickets, is another form.
     * @param chosen each ticket once, at most {@value #MOST}
     * @return by what {@link #find} finds it
     */
    public UUID go(UUID form, Deed deed, List<Chosen> chosen, Viewer by) {
        Bulk bulk = new Bulk(isOf(form, deed, chosen, by) ? form : UUID.randomUUID(), deed, clock.instant());
        beginning.begin(bulk, chosen, by, bulk.at().minus(KNOWN));
        for (Bulks.Line line : bulks.lines(bulk.nonce(), by)) {
            TicketNumber number = line.chosen().number();
            if (line.fate() == Fate.WAITING) {
                attempt(() -> one.go(bulk, number, by), fate -> one.leave(bulk, number, by, fate));
            }
        }
        return bulk.nonce();
    }

    private boolean isOf(UUID form, Deed deed, List<Chosen> chosen, Viewer by) {
        return bulks.find(form, by)
                .map(before -> before.deed().equals(deed)
                        && bulks.lines(form, by).stream()
                                .map(Bulks.Line::chosen)
                                .toList()
                                .equals(chosen))
                .orElse(true);
    }

    /** What this person has done within a day. */
    public Optional<Bulk> find(UUID nonce, Viewer by) {
        return bulks.find(nonce, by);
    }

    /** Takes back what can be taken back, of each ticket to which nothing has happened since. */
    public void undo(Bulk bulk, Viewer by) {
        for (Bulks.Line line : bulks.lines(bulk.nonce(), by)) {
            TicketNumber number = line.chosen().number();
            if (line.canBeUndone()) {
                attempt(() -> one.undo(bulk, number, by), fate -> one.leaveUndone(bulk, number, by, fate));
            }
        }
    }

    private static void attempt(Runnable deed, Consumer<Fate> leaving) {
        try {
            deed.run();
        } catch (LeftAsItWas left) {
            leaving.accept(left.fate());
        } catch (Refusal refusal) {
            leaving.accept(Fate.of(refusal.reason()));
        } catch (NoSuchTicket nowhere) {
            leaving.accept(Fate.NOT_FOUND);
        }
    }
}
