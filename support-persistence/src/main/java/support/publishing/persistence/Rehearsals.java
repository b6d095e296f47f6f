package support.publishing.persistence;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import support.database.Columns;
import support.publishing.Subject;
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
            Instant progressAt) {
        /** It goes on: one that has not done so since an instant has lost its instance. */
        public boolean isRunning(Instant since) {
            return state == State.RUNNING && !progressAt.isBefore(since);
        }
    }

    private final JdbcClient database;

    Rehearsals(JdbcClient database) {
        this.database = database;
    }

    /** A new run, in the place of the one before. */
    public long begin(Subject subject, int revision, Instant from, Instant to, Instant at) {
        database.sql("delete from rehearsal where subject = :subject")
                .param("subject", subject.key())
                .update();
        return database.sql("""
                        insert into rehearsal (subject, revision, span_from, span_to, state, tickets, started_at, progress_at)
                        values (:subject, :revision, :from, :to, 'RUNNING', (select count(distinct ticket_number) from promise p where %s),
                            :at, :at)
                        returning id
                        """.formatted(Histories.IN_SPAN))
                .param("subject", subject.key())
                .param("revision", revision)
                .param("from", offset(from))
                .param("to", offset(to))
                .param("at", offset(at))
                .query(Long.class)
                .single();
    }

    public Optional<Run> find(Subject subject) {
        return database.sql("select * from rehearsal where subject = :subject")
                .param("subject", subject.key())
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

    private static OffsetDateTime offset(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
