package support.publishing.app;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import support.people.Viewer;
import support.publishing.Moves;
import support.sla.Terms;
import support.ticket.TicketNumber;
import support.ticket.app.TicketDesk;

/** Moves the tickets whose promises are open to terms that are just being published. */
@Component
class OpenTickets {
    private final Trial trial;
    private final TicketDesk desk;

    OpenTickets(Trial trial, TicketDesk desk) {
        this.trial = trial;
        this.desk = desk;
    }

    /** @return what has become of them */
    Moves move(Terms next, Viewer by, Instant now) {
        Set<TicketNumber> moving = new LinkedHashSet<>(); // each once, whatever is promised on it
        Moves moves = trial.moves(next, now, moving::add);
        moving.forEach(ticket -> desk.republish(ticket, by, next));
        return moves;
    }
}
