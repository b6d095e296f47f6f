package support.ticket.app;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import support.people.Viewer;
import support.ticket.Ticket;
import support.ticket.TicketNumber;

/** Sets tickets aside for a while, and takes them up again. */
@Component
@Transactional
public class Snoozing {
    private final TicketKeeping keeping;
    private final Clock clock;

    Snoozing(TicketKeeping keeping, Clock clock) {
        this.keeping = keeping;
        this.clock = clock;
    }

    /**
     * @param seen the version of the ticket on the page: nobody sets aside what they have not read
     * @param until cut to when what is promised needs a look
     * @throws StaleTicket when it has another by now
     */
    public void snooze(TicketNumber number, int seen, Instant until, Viewer by) {
        Ticket ticket = keeping.found(number, by);
        if (ticket.state().version() != seen) {
            throw new StaleTicket(seen);
        }
        ticket.snooze(until, by, clock.instant());
        keeping.keep(ticket);
    }

    /** What was not set aside stays as it is. */
    public void wake(TicketNumber number, Viewer by) {
        Ticket ticket = keeping.found(number, by);
        ticket.wake(by, clock.instant());
        keeping.keep(ticket);
    }
}
