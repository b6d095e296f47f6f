package support.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import support.catalog.App;
import support.catalog.persistence.Apps;
import support.people.Viewer;
import support.people.persistence.People;
import support.sla.app.CurrentTerms;
import support.ticket.Ticket;
import support.ticket.TicketNumber;
import support.ticket.Tickets;
import support.ticket.app.TicketChanged;
import support.ticket.app.TicketTimers;

/** The tickets of the demo desk: the same stories at every first start, with dates relative to now. */
@Component
class DemoTickets {
    private static final long SEED = 20261;
    /** Of the youngest tickets letters are written too, so that the outbox has something to show. */
    private static final int WITH_LETTERS = 12;

    private final Tickets tickets;
    private final JdbcClient database;
    private final People people;
    private final Apps apps;
    private final CurrentTerms terms;
    private final TicketTimers timers;
    private final ApplicationEventPublisher listeners;
    private final Clock clock;

    DemoTickets(
            Tickets tickets,
            JdbcClient database,
            People people,
            Apps apps,
            CurrentTerms terms,
            TicketTimers timers,
            ApplicationEventPublisher listeners,
            Clock clock) {
        this.tickets = tickets;
        this.database = database;
        this.people = people;
        this.apps = apps;
        this.terms = terms;
        this.timers = timers;
        this.listeners = listeners;
        this.clock = clock;
    }

    /** @param letters whether letters may be written: not where they would really be sent */
    void add(int count, Duration span, boolean letters) {
        DemoLives lives = lives(SEED, count, span, Instant.MIN);
        for (int i = 0; i < count; i++) {
            Ticket ticket = lives.next(tickets.nextNumber());
            tickets.add(ticket);
            tell(ticket, letters && i >= count - WITH_LETTERS);
        }
    }

    /** Keeps the next of some lives, without letters. */
    void add(DemoLives lives, TicketNumber number) {
        Ticket ticket = lives.next(number);
        tickets.add(ticket);
        tell(ticket, false);
    }

    /**
     * @param seed others give other lives
     * @param endedBefore what was raised before it has come to its end
     */
    DemoLives lives(long seed, int count, Duration span, Instant endedBefore) {
        Instant now = clock.instant();
        SplittableRandom random = new SplittableRandom(seed);
        DemoStory story = new DemoStory(terms.published(), now, random, demoPeople("p.role = 'AGENT'"), endedBefore);
        Map<String, Long> ids = apps.active().stream().collect(Collectors.toMap(App::key, App::id));
        return new DemoLives(story, demoPeople("p.role = 'CUSTOMER'"), ids, random, times(count, span, now, random));
    }

    private IntFunction<Instant> times(int count, Duration span, Instant now, SplittableRandom random) {
        return i -> raisedAt(i, count, span, now, random);
    }

    private void tell(Ticket ticket, boolean letters) {
        if (letters) {
            listeners.publishEvent(new TicketChanged(ticket));
        } else {
            timers.watch(ticket);
        }
    }

    private List<Viewer> demoPeople(String condition) {
        return database
                .sql("select p.id from person p where p.demo and " + condition + " order by p.id")
                .query((row, n) -> people.viewer(row.getLong("id")))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** Oldest first; four in five spread evenly over the span, the rest within the last working day and a half. */
    private Instant raisedAt(int i, int count, Duration span, Instant now, SplittableRandom random) {
        int recent = Math.min(60, count / 5);
        int old = count - recent;
        Instant rough = i < old
                ? now.minus(span).plus(span.multipliedBy(i).dividedBy(old))
                : recentOpen(now, Duration.ofMinutes(720L * (count - i) / recent));
        return rough.minusSeconds(random.nextInt(1800));
    }

    /** About so much business time ago. */
    private Instant recentOpen(Instant now, Duration ago) {
        Instant from = now.minus(Duration.ofDays(6));
        Duration open = terms.calendar().hours().elapsed(from, now);
        return terms.calendar().hours().deadline(from, open.minus(ago.compareTo(open) < 0 ? ago : open));
    }
}
