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
import support.ticket.persistence.OpenPromises;

/** Moves the tickets whose promises are open to terms that are just being published. */
@Component
class OpenTickets {
    private final OpenPromises promises;
    private final TicketDesk desk;

    OpenTickets(OpenPromises promises, TicketDesk desk) {
        this.promises = promises;
        this.desk = desk;
    }

    /** @return what has become of them */
    Moves move(Terms next, Viewer by, Instant now) {
        List<TicketNumber> moving = new ArrayList<>();
        Moves[] moves = {Moves.NONE};
        promises.forEach((ticket, promise) -> {
            Moves before = moves[0];
            moves[0] = before.and(promise, now, next);
            if (moves[0].moved() > before.moved()) {
                moving.add(ticket);
            }
        });
        moving.forEach(ticket -> desk.republish(ticket, by, next));
        return moves[0];
    }
}
