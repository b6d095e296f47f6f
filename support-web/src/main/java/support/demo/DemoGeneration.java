package support.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.IntConsumer;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import support.ticket.TicketNumber;

/**
 * Fills the demo desk with so many tickets that one sees how it does at that size. Thousands of lives are lived by the
 * verbs that people use; further tickets are copies of those, with words of their own, so that each says what its history
 * says.
 */
@Component
public class DemoGeneration {
    /** So many lives at a time. */
    private static final int AT_ONCE = 50;
    /** About one in twenty tickets of a grown desk is open: of those raised within this part of its time, less than half. */
    private static final double STILL_OPEN = 0.12;

    private final DemoDesk desk;
    private final DemoTickets tickets;
    private final TransactionTemplate transaction;
    private final FlywayConnectionDetails owner;
    private final Clock clock;

    DemoGeneration(
            DemoDesk desk,
            DemoTickets tickets,
            TransactionTemplate transaction,
            FlywayConnectionDetails owner,
            Clock clock) {
        this.desk = desk;
        this.tickets = tickets;
        this.transaction = transaction;
        this.owner = owner;
        this.clock = clock;
    }

    /**
     * Adds tickets to a desk that has its demo people, and nobody at work: nothing is found by its words until all of a
     * step is there.
     *
     * @param count how many
     * @param different how many of them at most are no copies
     * @param span over how long they are spread, back from now
     * @param progress told how many there are, after each step
     * @throws IllegalStateException for a desk that has people, but not those of the demo
     */
    public void generate(int count, int different, Duration span, IntConsumer progress) {
        if (!desk.isFilled()) {
            throw new IllegalStateException(
                    "this desk has people of its own: tickets are generated for a demo desk only");
        }
        int copies = (count + different - 1) / different;
        int lived = (count + copies - 1) / copies;
        Instant endedBefore = clock.instant().minusSeconds(Math.round(span.toSeconds() * STILL_OPEN));
        try (DemoCopies copier = new DemoCopies(owner)) {
            long first = copier.reserve(count);
            DemoLives lives = tickets.lives(first, lived, span, endedBefore);
            for (int done = 0; done < lived; done += AT_ONCE) {
                long from = first + (long) done * copies;
                int now = Math.min(AT_ONCE, lived - done);
                transaction.executeWithoutResult(status -> live(lives, from, now, copies));
                long to = Math.min(from + (long) now * copies, first + count);
                copier.copy(from, to, copies);
                progress.accept((int) (to - first));
            }
            copier.settle();
        }
    }

    private void live(DemoLives lives, long from, int count, int copies) {
        for (int i = 0; i < count; i++) {
            tickets.add(lives, new TicketNumber(from + (long) i * copies));
        }
    }
}
