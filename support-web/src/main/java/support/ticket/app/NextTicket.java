package support.ticket.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import support.catalog.App;
import support.catalog.persistence.Apps;
import support.people.Viewer;
import support.sla.app.CurrentTerms;
import support.team.persistence.Teams;
import support.ticket.Ticket;
import support.ticket.TicketNumber;
import support.ticket.persistence.WaitingTickets;

/** Gives whoever asks the next ticket of the queue, and no ticket to two. */
@Component
@Transactional
public class NextTicket {
    /** So long a form that is sent again is known. */
    private static final Duration KNOWN = Duration.ofDays(1);

    private final WaitingTickets waiting;
    private final Teams teams;
    private final Apps apps;
    private final CurrentTerms terms;
    private final TicketKeeping keeping;
    private final Clock clock;

    NextTicket(WaitingTickets waiting, Teams teams, Apps apps, CurrentTerms terms, TicketKeeping keeping, Clock clock) {
        this.waiting = waiting;
        this.teams = teams;
        this.apps = apps;
        this.terms = terms;
        this.keeping = keeping;
        this.clock = clock;
    }

    /**
     * The first ticket of the queue that is nobody's, on which somebody waits for the desk, and whose app the person knows, or
     * nobody at work does.
     *
     * @param form names the form that was sent: sent twice it takes one ticket, as long as nothing has happened to it since
     * @return empty when nothing waits
     */
    public Optional<TicketNumber> take(UUID form, Viewer by) {
        return waiting.takenWith(form, by)
                .or(() -> first(by).map(number -> {
                    take(number, form, by);
                    return number;
                }));
    }

    private Optional<TicketNumber> first(Viewer by) {
        LocalDate today = terms.today();
        Set<Long> all = apps.all().stream().map(App::id).collect(Collectors.toSet());
        return waiting.takeFirst(teams.on(today).takes(by.id(), all), clock.instant());
    }

    private void take(TicketNumber number, UUID form, Viewer by) {
        Instant now = clock.instant();
        Ticket ticket = keeping.found(number, by);
        ticket.takeNext(by, now);
        keeping.keep(ticket);
        waiting.keepTaken(form, by, ticket, now, now.minus(KNOWN));
    }
}
