package support.bulk.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import support.bulk.Trace;
import support.database.Columns;
import support.ticket.Status;
import support.ticket.Tag;
import support.ticket.Turn;

/** What a deed has left on a ticket, as it stands in its columns. */
final class TraceColumns {
    static final String SET = """
            version = :version, handed = :handed, handed_from = cast(:from as bigint), tagged = :tagged, untagged = :untagged,
            status_from = :statusFrom, status_to = :statusTo, answer_awaited = :awaited,
            turn_since = cast(:since as timestamptz), answered = :answered\s""";

    private TraceColumns() {}

    static JdbcClient.StatementSpec set(JdbcClient.StatementSpec sql, Trace trace) {
        Trace.Handed handed = trace.handed();
        Trace.Moved moved = trace.moved();
        Turn turn = moved == null ? null : moved.from();
        return sql.param("version", trace.version())
                .param("handed", handed != null)
                .param("from", handed == null ? null : handed.from())
                .param("tagged", names(trace.tagged()))
                .param("untagged", names(trace.untagged()))
                .param("statusFrom", turn == null ? null : turn.status().name())
                .param("statusTo", moved == null ? null : moved.to().name())
                .param("awaited", turn != null && turn.answerAwaited())
                .param("since", turn == null ? null : turn.since().atOffset(ZoneOffset.UTC))
                .param("answered", trace.answered());
    }

    static @Nullable Trace readOrNull(ResultSet row) throws SQLException {
        Long version = Columns.numberOrNull(row, "version");
        return version == null
                ? null
                : new Trace(
                        version.intValue(),
                        row.getBoolean("handed") ? new Trace.Handed(Columns.numberOrNull(row, "handed_from")) : null,
                        tags(row, "tagged"),
                        tags(row, "untagged"),
                        moved(row),
                        row.getBoolean("answered"));
    }

    private static Trace.@Nullable Moved moved(ResultSet row) throws SQLException {
        Status from = Columns.constantOrNull(row, "status_from", Status.class);
        return from == null
                ? null
                : new Trace.Moved(
                        new Turn(from, row.getBoolean("answer_awaited"), Columns.instant(row, "turn_since")),
                        Columns.constant(row, "status_to", Status.class));
    }

    private static String[] names(List<Tag> tags) {
        return tags.stream().map(Tag::name).toArray(String[]::new);
    }

    private static List<Tag> tags(ResultSet row, String column) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray())
                .map(Tag::new)
                .toList();
    }
}
