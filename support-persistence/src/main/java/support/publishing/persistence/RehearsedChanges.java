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
import support.sla.Metric;
import support.sla.Promise;
import support.sla.Severity;
import support.ticket.TicketNumber;

/** What rehearsals have found: the promises that would differ, by run. */
@Repository
public class RehearsedChanges {
    /** How many promises of a level and lane differ in one way. */
    public record Count(Severity severity, Lane lane, Rehearsed.Difference difference, long promises) {}

    /**
     * One promise that differs.
     *
     * @param dueWas null where nothing is promised, as {@code verdictWas} is
     * @param dueWould null where nothing would be promised, as {@code verdictWould} is
     */
    public record Change(
            TicketNumber ticket,
            Metric metric,
            Severity severity,
            Lane lane,
            Rehearsed.Difference difference,
            @Nullable Instant dueWas,
            @Nullable Instant dueWould,
            Promise.@Nullable Verdict verdictWas,
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
                        insert into rehearsal_change (rehearsal_id, ticket_number, metric, ordinal, severity, lane,
                            difference, due_was, verdict_was, due_would, verdict_would)
                        select :id, * from unnest(:numbers, :metrics, :ordinals, :severities, :lanes, :differences,
                            cast(:duesWere as timestamptz[]), :verdictsWere, cast(:duesWould as timestamptz[]), :verdictsWould)
                        """)
                .param("id", id)
                .param(
                        "numbers",
                        changes.stream().map(one -> one.ticket().value()).toArray(Long[]::new))
                .param("metrics", texts(changes, one -> one.metric().name()))
                .param("ordinals", changes.stream().map(Rehearsed::ordinal).toArray(Integer[]::new))
                .param(
                        "severities",
                        texts(changes, one -> one.promised().severity().name()))
                .param("lanes", texts(changes, one -> one.promised().lane().name()))
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
     * The promises behind a number, in the order of their tickets; all of a ticket or none.
     *
     * @param after the last ticket of the page before; 0 at first
     * @param most so many, and those of the last ticket that are more
     */
    public List<Change> changes(
            long id, Rehearsed.Difference difference, Severity severity, Lane lane, long after, int most) {
        return database.sql("""
                        select * from rehearsal_change
                        where rehearsal_id = :id and difference = :difference and severity = :severity and lane = :lane
                            and ticket_number > :after
                        order by ticket_number fetch first (:most) rows with ties
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
                Columns.constant(row, "metric", Metric.class),
                Columns.constant(row, "severity", Severity.class),
                Columns.constant(row, "lane", Lane.class),
                Columns.constant(row, "difference", Rehearsed.Difference.class),
                Columns.instantOrNull(row, "due_was"),
                Columns.instantOrNull(row, "due_would"),
                Columns.constantOrNull(row, "verdict_was", Promise.Verdict.class),
                Columns.constantOrNull(row, "verdict_would", Promise.Verdict.class));
    }
}
