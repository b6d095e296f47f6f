package support.publishing.app;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
        List<TicketNumber> moving = new ArrayList<>();
        Moves moves = trial.moves(next, now, moving::add);
        moving.forEach(ticket -> desk.republish(ticket, by, next));
        return moves;
    }
}
