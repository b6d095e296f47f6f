package support.ticket.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import support.database.Columns;
import support.sla.Promise;
import support.ticket.TicketEvent;
import support.ticket.TicketNumber;

/** Tickets as a {@link support.ticket.Replay} wants them, some at a time: whatever their number, memory stays the same. */
@Repository
public class Histories {
    /**
     * One ticket.
     *
     * @param stored the promises as they were kept, each metric's in the order in which they were made
     * @param events what a replay looks at, oldest first, without the people
     */
    public record History(TicketNumber number, List<Promise> stored, List<TicketEvent> events) {}

    /** A span of time; the end is not in it. */
    public record Span(Instant from, Instant to) {}

    private record Stored(long number, Promise promise) {}

    private record Step(long number, TicketEvent event) {}

    /** So many tickets at a time are no load for anybody, and few enough trips to the database. */
    private static final int STRIDE = 2000;

    private static final String NUMBERS =
            "select number from ticket where number > :after order by number limit " + STRIDE;
    private static final String PROMISES = "select t.number, " + PromiseColumns.NAMES
            + " from promise p join ticket t on t.number = p.ticket_number"
            + " where p.ticket_number = any (:numbers) order by p.ticket_number, p.metric, p.ordinal";
    /** Of promises {@code p} that began to run, fell due or were decided between {@code :from} and {@code :to}. */
    public static final String IN_SPAN = """
            (p.started_at >= :from and p.started_at < :to or p.due_at >= :from and p.due_at < :to
             or p.decided_at >= :from and p.decided_at < :to)""";

    /** From the promises alone: asked of the tickets, each page would look through the promises of all before it. */
    private static final String NUMBERS_IN_SPAN = "select distinct p.ticket_number as number from promise p"
            + " where p.ticket_number > :after and " + IN_SPAN + " order by p.ticket_number limit " + STRIDE;

    private static final String STEPS = """
            select e.ticket_number, e.happened_at, e.kind, e.data from ticket_event e
            where e.ticket_number = any (:numbers) and e.kind = any (:kinds) order by e.ticket_number, e.id""";

    /** What people and clocks did, and by what was known then. */
    private static final String[] KINDS = Stream.<Class<?>>of(
                    TicketEvent.Raised.class,
                    TicketEvent.LaneChanged.class,
                    TicketEvent.PromiseMade.class,
                    TicketEvent.PromiseMoved.class,
                    TicketEvent.PromiseWarned.class,
                    TicketEvent.PromiseMissed.class,
                    TicketEvent.PromiseWithdrawn.class,
                    TicketEvent.PromisePaused.class,
                    TicketEvent.PromiseResumed.class,
                    TicketEvent.SeverityChanged.class,
                    TicketEvent.StatusChanged.class,
                    TicketEvent.CustomerReplied.class,
                    TicketEvent.DeskReplied.class,
                    TicketEvent.MergedInto.class,
                    TicketEvent.SplitInto.class,
                    TicketEvent.CoverageChecked.class,
                    TicketEvent.CoverageAccepted.class,
                    TicketEvent.QuotationAccepted.class,
                    TicketEvent.QuotationDeclined.class,
                    TicketEvent.CoverageDeclined.class)
            .map(type -> EventJson.kind(type))
            .toArray(String[]::new);

    private final JdbcClient database;
    private final EventJson json = new EventJson();

    Histories(JdbcClient database) {
        this.database = database;
    }

    /**
     * The next tickets by their numbers, up to 2,000; none after the last. Whoever needs all of them as they were at one
     * instant asks within one transaction that sees one state of the database.
     *
     * @param after the last number that was read; 0 at first
     */
    public List<History> next(long after) {
        return withSteps(database.sql(NUMBERS).param("after", after));
    }

    /** The same, of those tickets alone of which a promise began to run, fell due or was decided within a span. */
    public List<History> next(long after, Span span) {
        return withSteps(database.sql(NUMBERS_IN_SPAN)
                .param("after", after)
                .param("from", span.from.atOffset(ZoneOffset.UTC))
                .param("to", span.to.atOffset(ZoneOffset.UTC)));
    }

    private List<History> withSteps(JdbcClient.StatementSpec asked) {
        List<Long> numbers = asked.query((row, n) -> row.getLong("number")).list();
        if (numbers.isEmpty()) {
            return List.of();
        }
        Map<Long, List<Promise>> stored = stored(numbers);
        Map<Long, List<TicketEvent>> steps = steps(numbers);
        return numbers.stream()
                .map(number -> new History(
                        new TicketNumber(number),
                        stored.getOrDefault(number, List.of()),
                        steps.getOrDefault(number, List.of())))
                .toList();
    }

    private Map<Long, List<Promise>> stored(List<Long> numbers) {
        return database
                .sql(PROMISES)
                .param("numbers", numbers.toArray(Long[]::new))
                .query((row, n) -> new Stored(row.getLong("number"), PromiseColumns.read(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Stored::number, Collectors.mapping(Stored::promise, Collectors.toList())));
    }

    private Map<Long, List<TicketEvent>> steps(List<Long> numbers) {
        return database
                .sql(STEPS)
                .param("numbers", numbers.toArray(Long[]::new))
                .param("kinds", KINDS)
                .query((row, n) -> step(row))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Step::number, Collectors.mapping(Step::event, Collectors.toCollection(ArrayList::new))));
    }

    private Step step(ResultSet row) throws SQLException {
        return new Step(
                row.getLong("ticket_number"),
                new TicketEvent(
                        Columns.instant(row, "happened_at"),
                        null,
                        json.read(row.getString("kind"), row.getString("data"))));
    }
}
