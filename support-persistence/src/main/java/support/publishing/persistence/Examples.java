package support.publishing.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import support.database.Columns;
import support.publishing.Example;
import support.sla.Lane;
import support.sla.RequestType;
import support.sla.Severity;

/** The examples that the terms have to meet. */
@Repository
public class Examples {
    /** An example and its number here. */
    public record Kept(long id, Example example) {}

    private final JdbcClient database;

    Examples(JdbcClient database) {
        this.database = database;
    }

    /** In the order in which they were written. */
    public List<Kept> all() {
        return database.sql("select * from policy_example order by id")
                .query((row, n) -> new Kept(row.getLong("id"), example(row)))
                .list();
    }

    private static Example example(ResultSet row) throws SQLException {
        return new Example(
                Columns.instant(row, "starts_at"),
                Columns.constant(row, "type", RequestType.class),
                Columns.constant(row, "severity", Severity.class),
                Columns.constant(row, "lane", Lane.class),
                Columns.instantOrNull(row, "due_at"),
                row.getString("shows"));
    }

    public void add(Example example) {
        database.sql("""
                        insert into policy_example (starts_at, type, severity, lane, due_at, shows)
                        values (:start, :type, :severity, :lane, :due, :shows)
                        """)
                .param("start", example.start().atOffset(ZoneOffset.UTC))
                .param("type", example.type().name())
                .param("severity", example.severity().name())
                .param("lane", example.lane().name())
                .param("due", offset(example.due()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("shows", example.shows())
                .update();
    }

    private static @Nullable OffsetDateTime offset(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    /** @return false when there is none of this number */
    public boolean remove(long id) {
        return database.sql("delete from policy_example where id = :id")
                        .param("id", id)
                        .update()
                == 1;
    }
}
