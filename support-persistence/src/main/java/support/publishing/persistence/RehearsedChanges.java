package support.publishing.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import support.database.Columns;
import support.publishing.Rehearsed;
import support.sla.Lane;
import support.sla.Promise;
import support.sla.Severity;
import support.ticket.TicketNumber;

/** What rehearsals have found: the promises that would differ, by run. */
@Repository
public class RehearsedChanges {
    /** How many promises of a level and lane differ in one way. */
    public record Count(Severity severity, Lane lane, Rehearsed.Difference difference, long promises) {}

    /** One promise that differs. */
    public record Change(
            TicketNumber ticket,
            Severity severity,
            Lane lane,
            Rehearsed.Difference difference,
            Instant dueWas,
            @Nullable Instant dueWould,
            Promise.Verdict verdictWas,
            Promise.@Nullable Verdict verdictWould) {}

    private static final int STRIDE = 1000;

    private final JdbcClient database;

    RehearsedChanges(JdbcClient database) {
        this.database = database;
    }

    /** All at once: one statement for each would take longer than to count them. */
    public void add(long id, List<Rehearsed> changes) {
        if (changes.isEmpty()) {
            return;
        }
        database.sql("""
                        insert into rehearsal_change
                        select :id, * from unnest(:numbers, :severities, :lanes, :differences,
                            cast(:duesWere as timestamptz[]), :verdictsWere, cast(:duesWould as timestamptz[]), :verdictsWould)
                        """)
                .param("id", id)
                .param(
                        "numbers",
                        changes.stream().map(one -> one.ticket().value()).toArray(Long[]::new))
                .param("severities", texts(changes, one -> one.severity().name()))
                .param("lanes", texts(changes, one -> one.lane().name()))
                .param("differences", texts(changes, one -> one.difference().name()))
                .param("duesWere", texts(changes, one -> due(one.was())))
                .param("duesWould", texts(changes, one -> due(one.would())))
                .param("verdictsWere", texts(changes, one -> verdict(one.was())))
                .param("verdictsWould", texts(changes, one -> verdict(one.would())))
                .update();
    }

    private static @Nullable String[] texts(List<Rehearsed> changes, Function<Rehearsed, @Nullable String> text) {
        return changes.stream().map(text).toArray(String[]::new);
    }

    private static @Nullable String due(@Nullable Promise promise) {
        return promise == null ? null : promise.dueAt().toString();
    }

    private static @Nullable String verdict(@Nullable Promise promise) {
        return promise == null ? null : promise.verdict().name();
    }

    public List<Count> counts(long id) {
        return database.sql("""
                        select severity, lane, difference, count(*) as promises from rehearsal_change where rehearsal_id = :id
                        group by severity, lane, difference order by severity, lane desc, difference
                        """)
                .param("id", id)
                .query((row, n) -> new Count(
                        Columns.constant(row, "severity", Severity.class),
                        Columns.constant(row, "lane", Lane.class),
                        Columns.constant(row, "difference", Rehearsed.Difference.class),
                        row.getLong("promises")))
                .list();
    }

    /**
     * The promises behind a number, in the order of their tickets.
     *
     * @param after the last ticket of the page before; 0 at first
     */
    public List<Change> changes(
            long id, Rehearsed.Difference difference, Severity severity, Lane lane, long after, int most) {
        return database.sql("""
                        select * from rehearsal_change
                        where rehearsal_id = :id and difference = :difference and severity = :severity and lane = :lane
                            and ticket_number > :after
                        order by ticket_number limit :most
                        """)
                .param("id", id)
                .param("difference", difference.name())
                .param("severity", severity.name())
                .param("lane", lane.name())
                .param("after", after)
                .param("most", most)
                .query((row, n) -> change(row))
                .list();
    }

    /**
     * Shows every promise that differs, in the order of the tickets of each number. They are read some at a time: a slow
     * reader holds no connection to the database.
     */
    public void forEach(long id, Consumer<Change> reader) {
        for (Count count : counts(id)) {
            List<Change> some = changes(id, count, 0, STRIDE);
            while (!some.isEmpty()) {
                some.forEach(reader);
                some = changes(id, count, some.getLast().ticket().value(), STRIDE);
            }
        }
    }

    private List<Change> changes(long id, Count of, long after, int most) {
        return changes(id, of.difference(), of.severity(), of.lane(), after, most);
    }

    private static Change change(ResultSet row) throws SQLException {
        return new Change(
                new TicketNumber(row.getLong("ticket_number")),
                Columns.constant(row, "severity", Severity.class),
                Columns.constant(row, "lane", Lane.class),
                Columns.constant(row, "difference", Rehearsed.Difference.class),
                Columns.instant(row, "due_was"),
                Columns.instantOrNull(row, "due_would"),
                Columns.constant(row, "verdict_was", Promise.Verdict.class),
                Columns.constantOrNull(row, "verdict_would", Promise.Verdict.class));
    }
}
