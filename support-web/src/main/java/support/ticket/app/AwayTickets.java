package support.ticket.app;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import support.sla.app.CurrentTerms;
import support.team.persistence.Teams;
import support.ticket.Ticket;
import support.ticket.TicketEvent;
import support.ticket.TicketNumber;

/**
 * Nobody waits for somebody who is away: their ticket is nobody's again, and so stands in the queue for all, once its time
 * runs out (at the warning, and again when it is missed), or the customer writes and no time is promised that would warn.
 */
@Component
@Transactional
public class AwayTickets {
    private final Teams teams;
    private final CurrentTerms terms;
    private final TicketKeeping keeping;
    private final Clock clock;

    AwayTickets(Teams teams, CurrentTerms terms, TicketKeeping keeping, Clock clock) {
        this.teams = teams;
        this.terms = terms;
        this.keeping = keeping;
        this.clock = clock;
    }

    @EventListener
    public void on(TicketChanged change) {
        Ticket ticket = change.ticket();
        Long assignee = ticket.state().assignee();
        if (assignee != null && change.events().stream().anyMatch(event -> presses(event, ticket))) {
            Instant now = clock.instant();
            if (teams.isAway(assignee, LocalDate.ofInstant(now, terms.calendar().zone()))) {
                giveBack(ticket.number(), now);
            }
        }
    }

    private static boolean presses(TicketEvent event, Ticket ticket) {
        return switch (event.what()) {
            case TicketEvent.PromiseWarned warned -> true;
            case TicketEvent.PromiseMissed missed -> event.actor() == null;
            case TicketEvent.CustomerReplied replied -> ticket.state().owed().isEmpty();
            default -> false;
        };
    }

    private void giveBack(TicketNumber number, Instant now) {
        keeping.find(number).ifPresent(ticket -> {
            ticket.giveBack(null, now);
            keeping.keep(ticket);
        });
    }
}
