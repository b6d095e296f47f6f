package support.ticket.persistence;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import support.calendar.Pause;
import support.database.Columns;
import support.sla.Lane;
import support.sla.Metric;
import support.sla.Policy;
import support.sla.Promise;
import support.sla.RequestType;
import support.sla.Severity;

/** A promise, read beside its ticket: rows of {@code ticket t} and {@code promise p}. */
final class PromiseColumns {
    static final String NAMES = """
            t.type, t.lane, p.lane as promised_lane, p.metric, p.severity as promised_for, p.started_at, p.counted_from, p.target_seconds, p.due_at,
            p.warn_at, p.lane_at, p.warned_at, nullif(p.pauses, '{}') as pauses, p.verdict, p.decided_at, p.settled_at,
            p.policy_version, p.calendar_version""";

    /** The one that counts in a list: what is owed and due first, or what became of the first response. */
    static final String JOIN = """
            left join lateral (
                select * from promise q where q.ticket_number = t.number
                order by q.settled_at is not null, mod(cardinality(q.pauses), 2),
                         q.settled_at is not null and q.metric <> 'FIRST_RESPONSE', q.due_at
                limit 1) p on true
            """;

    private PromiseColumns() {}

    /** Null where nothing is promised. */
    static @Nullable Promise readOrNull(ResultSet row) throws SQLException {
        return row.getString("verdict") == null ? null : read(row);
    }

    static Promise read(ResultSet row) throws SQLException {
        return new Promise(
                new Policy.Case(
                        Columns.constant(row, "metric", Metric.class),
                        Columns.constant(row, "type", RequestType.class),
                        Columns.constant(row, "promised_for", Severity.class),
                        Columns.constant(row, "promised_lane", Lane.class)),
                Columns.instant(row, "started_at"),
                Columns.instant(row, "counted_from"),
                Duration.ofSeconds(row.getLong("target_seconds")),
                Columns.instant(row, "due_at"),
                Columns.instant(row, "warn_at"),
                Columns.instant(row, "lane_at"),
                Columns.instantOrNull(row, "warned_at"),
                pauses(row),
                Columns.constant(row, "verdict", Promise.Verdict.class),
                Columns.instantOrNull(row, "decided_at"),
                Columns.instantOrNull(row, "settled_at"),
                row.getInt("policy_version"),
                row.getInt("calendar_version"));
    }

    /** Hardly any promise was ever paused: an array that is not there need not be read. */
    private static List<Pause> pauses(ResultSet row) throws SQLException {
        Array instants = row.getArray("pauses");
        return instants == null
                ? List.of()
                : PauseColumn.pauses(Arrays.stream((Timestamp[]) instants.getArray())
                        .map(Timestamp::toInstant)
                        .toArray(Instant[]::new));
    }
}
