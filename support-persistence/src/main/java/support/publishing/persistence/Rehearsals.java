package support.publishing.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import support.database.Columns;
import support.publishing.Rehearsed;
import support.publishing.Subject;
import support.sla.Lane;
import support.sla.Promise;
import support.sla.Severity;
import support.ticket.TicketNumber;
import support.ticket.persistence.Histories;

/** Runs of rehearsals, seen by every instance: the newest one of each draft. */
@Repository
public class Rehearsals {
    /** How far a run is. */
    public enum State {
        RUNNING,
        DONE,
        CANCELLED,
        FAILED
    }

    /**
     * A run.
     *
     * @param revision of the draft that was rehearsed
     * @param from it looks at tickets whose promise ran from then on, until {@code to}
     * @param tickets how many there were when it began; {@code done} of them are looked at
     * @param progressAt when it last went on
     */
    public record Run(
            long id,
            int revision,
            Instant from,
            Instant to,
            State state,
            long tickets,
            long done,
            Instant startedAt,
            Instant progressAt) {}

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

    private final JdbcClient database;

    Rehearsals(JdbcClient database) {
        this.database = database;
    }

    /** A new run, in the place of the one before. */
    public long begin(Subject subject, int revision, Instant from, Instant to, Instant at) {
        database.sql("delete from rehearsal where subject = :subject")
                .param("subject", Drafts.key(subject))
                .update();
        return database.sql("""
                        insert into rehearsal (subject, revision, span_from, span_to, state, tickets, started_at, progress_at)
                        values (:subject, :revision, :from, :to, 'RUNNING', (select count(*) from promise p where %s),
                            :at, :at)
                        returning id
                        """.formatted(Histories.IN_SPAN))
                .param("subject", Drafts.key(subject))
                .param("revision", revision)
                .param("from", offset(from))
                .param("to", offset(to))
                .param("at", offset(at))
                .query(Long.class)
                .single();
    }

    public Optional<Run> find(Subject subject) {
        return database.sql("select * from rehearsal where subject = :subject")
                .param("subject", Drafts.key(subject))
                .query((row, n) -> new Run(
                        row.getLong("id"),
                        row.getInt("revision"),
                        Columns.instant(row, "span_from"),
                        Columns.instant(row, "span_to"),
                        Columns.constant(row, "state", State.class),
                        row.getLong("tickets"),
                        row.getLong("done"),
                        Columns.instant(row, "started_at"),
                        Columns.instant(row, "progress_at")))
                .optional();
    }

    /**
     * A run has gone on.
     *
     * @param looked at so many tickets more
     * @return false when it shall not go on
     */
    public boolean goOn(long id, int looked, Instant at) {
        return database.sql("""
                        update rehearsal set done = done + :looked, progress_at = :at where id = :id and state = 'RUNNING'
                        """)
                        .param("looked", looked)
                        .param("at", offset(at))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** A run has ended, unless it had already. */
    public void end(long id, State state) {
        database.sql("update rehearsal set state = :state where id = :id and state = 'RUNNING'")
                .param("state", state.name())
                .param("id", id)
                .update();
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

    /** Shows every promise that differs, in the order of the tickets of each number. */
    public void forEach(long id, Consumer<Change> reader) {
        database.sql("""
                        select * from rehearsal_change where rehearsal_id = :id
                        order by difference, severity, lane, ticket_number
                        """).param("id", id).query((row, n) -> change(row)).stream()
                .forEach(reader);
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

    private static OffsetDateTime offset(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
