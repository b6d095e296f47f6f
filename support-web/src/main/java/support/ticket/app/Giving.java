package support.ticket.app;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import support.catalog.App;
import support.catalog.persistence.Apps;
import support.people.Viewer;
import support.sla.app.CurrentTerms;
import support.team.Team;
import support.team.persistence.Loads;
import support.team.persistence.Teams;
import support.ticket.Ticket;
import support.ticket.TicketNumber;
import support.ticket.persistence.WaitingTickets;

/** Gives out what waits, and takes back what waits with somebody who is away: each ticket in a transaction of its own. */
@Component
public class Giving {
    /** So many at once can be looked over. */
    public static final int MOST = 100;

    private final WaitingTickets waiting;
    private final Teams teams;
    private final Loads loads;
    private final Apps apps;
    private final CurrentTerms terms;
    private final TicketKeeping keeping;
    private final Clock clock;

    Giving(
            WaitingTickets waiting,
            Teams teams,
            Loads loads,
            Apps apps,
            CurrentTerms terms,
            TicketKeeping keeping,
            Clock clock) {
        this.waiting = waiting;
        this.teams = teams;
        this.loads = loads;
        this.apps = apps;
        this.terms = terms;
        this.keeping = keeping;
        this.clock = clock;
    }

    /** What waits now and to whom it would go, in the order of the queue; at most {@value #MOST}. */
    public List<Team.Gift> plan() {
        LocalDate today = terms.today();
        Set<Long> all = apps.all().stream().map(App::id).collect(Collectors.toSet());
        return teams.on(today).give(waiting.nobodys(all, clock.instant(), MOST), loads.waiting());
    }

    /** @throws support.ticket.Refusal when somebody has it by now */
    @Transactional
    public void give(Team.Gift gift, Viewer by) {
        TicketNumber number = new TicketNumber(gift.ticket());
        Ticket ticket = keeping.found(number, by);
        ticket.give(gift.to().id(), by, clock.instant());
        keeping.keep(ticket);
    }

    /** The ticket is nobody's again, where it is still the person's who is away. */
    @Transactional
    public void takeBack(TicketNumber number, long from, Viewer by) {
        Ticket ticket = keeping.found(number, by);
        if (Long.valueOf(from).equals(ticket.state().assignee())) {
            ticket.giveBack(by.id(), clock.instant());
            keeping.keep(ticket);
        }
    }
}
