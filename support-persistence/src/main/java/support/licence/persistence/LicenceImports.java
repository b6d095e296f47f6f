package support.licence.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import support.database.Columns;
import support.licence.BadLine;

/** The runs in which licence reports were taken in; of all instances together one at a time. */
@Repository
public class LicenceImports {
    public enum State {
        RUNNING,
        DONE,
        FAILED
    }

    /**
     * @param by null for the nightly pick-up
     * @param lines that were read so far, also those that were left out
     */
    public record Run(
            long id,
            String source,
            @Nullable String by,
            Instant startedAt,
            Instant progressAt,
            State state,
            long bytes,
            long bytesRead,
            long lines,
            long added,
            long changed,
            long leftOut) {}

    /** A line that was left out; {@code found} is what stands there, shortened. */
    public record Problem(long line, BadLine.Problem problem, String found) {}

    /** What a stride of a run came to. */
    public record Stride(long bytesRead, int lines, int added, int changed, int leftOut) {}

    /** As many as anybody reads. */
    public static final int MOST_PROBLEMS = 1000;

    /** One that has not gone on for so long has lost its instance. */
    private static final Duration LOST = Duration.ofMinutes(2);

    private static final String RUNS = """
            select i.*, i.state = 'RUNNING' and i.progress_at < :lost as lost, p.name
            from licence_import i left join person p on p.id = i.started_by
            """;

    private final JdbcClient database;

    LicenceImports(JdbcClient database) {
        this.database = database;
    }

    /** Empty while another goes on. */
    @Transactional
    public Optional<Long> begin(String source, long bytes, @Nullable Long by, Instant at) {
        database.sql("update licence_import set state = 'FAILED' where state = 'RUNNING' and progress_at < :lost")
                .param("lost", offset(at.minus(LOST)))
                .update();
        return database.sql("""
                        insert into licence_import (source, started_by, started_at, progress_at, state, bytes)
                        values (:source, :by, :at, :at, 'RUNNING', :bytes) on conflict do nothing returning id
                        """)
                .param("source", source)
                .param("by", by)
                .param("at", offset(at))
                .param("bytes", bytes)
                .query(Long.class)
                .optional();
    }

    /** @return false when the run has been given up meanwhile */
    @Transactional
    public boolean goOn(long id, Stride stride, List<Problem> problems, Instant at) {
        add(id, problems);
        return database.sql("""
                        update licence_import set bytes_read = :read, lines = lines + :lines, added = added + :added,
                            changed = changed + :changed, left_out = left_out + :left, progress_at = :at
                        where id = :id and state = 'RUNNING'
                        """)
                        .param("read", stride.bytesRead)
                        .param("lines", stride.lines)
                        .param("added", stride.added)
                        .param("changed", stride.changed)
                        .param("left", stride.leftOut)
                        .param("at", offset(at))
                        .param("id", id)
                        .update()
                == 1;
    }

    private void add(long id, List<Problem> problems) {
        database.sql("""
                        insert into licence_import_problem
                        select :id, before.count + new.ordinal, new.line, new.problem, new.found
                        from (select count(*) from licence_import_problem where import_id = :id) before,
                            unnest(cast(:lines as bigint[]), cast(:problems as text[]), cast(:founds as text[]))
                                with ordinality as new (line, problem, found, ordinal)
                        where before.count + new.ordinal <= :most
                        """)
                .param("id", id)
                .param("lines", problems.stream().map(Problem::line).toArray(Long[]::new))
                .param(
                        "problems",
                        problems.stream().map(one -> one.problem.name()).toArray(String[]::new))
                .param(
                        "founds",
                        problems.stream()
                                .map(one -> one.found.replace("\0", ""))
                                .toArray(String[]::new))
                .param("most", MOST_PROBLEMS)
                .update();
    }

    public void end(long id, State state) {
        database.sql("update licence_import set state = :state where id = :id and state = 'RUNNING'")
                .param("state", state.name())
                .param("id", id)
                .update();
    }

    /** The newest first, at most 20. */
    public List<Run> newest(Instant now) {
        return database.sql(RUNS + "order by i.id desc limit 20")
                .param("lost", offset(now.minus(LOST)))
                .query((row, n) -> run(row))
                .list();
    }

    /** @param now one that has not gone on for long before has failed */
    public Optional<Run> find(long id, Instant now) {
        return database.sql(RUNS + "where i.id = :id")
                .param("lost", offset(now.minus(LOST)))
                .param("id", id)
                .query((row, n) -> run(row))
                .optional();
    }

    /** In the order of the file. */
    public List<Problem> problems(long id) {
        return database.sql("select * from licence_import_problem where import_id = :id order by ordinal")
                .param("id", id)
                .query((row, n) -> new Problem(
                        row.getLong("line"),
                        Columns.constant(row, "problem", BadLine.Problem.class),
                        row.getString("found")))
                .list();
    }

    private static Run run(ResultSet row) throws SQLException {
        return new Run(
                row.getLong("id"),
                row.getString("source"),
                row.getString("name"),
                Columns.instant(row, "started_at"),
                Columns.instant(row, "progress_at"),
                row.getBoolean("lost") ? State.FAILED : Columns.constant(row, "state", State.class),
                row.getLong("bytes"),
                row.getLong("bytes_read"),
                row.getLong("lines"),
                row.getLong("added"),
                row.getLong("changed"),
                row.getLong("left_out"));
    }

    private static OffsetDateTime offset(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
