package support.ticket.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import support.database.Columns;
import support.sla.Lane;
import support.sla.Metric;
import support.sla.Policy;
import support.sla.Promise;
import support.sla.RequestType;
import support.sla.Severity;

/** The promise of a first response, read beside its ticket: rows of {@code ticket t} and {@code promise p}. */
final class PromiseColumns {
    static final String NAMES = """
            t.type, t.lane, p.severity as promised_for, p.started_at, p.counted_from, p.target_seconds, p.due_at, p.warn_at,
            p.warned_at, p.verdict, p.decided_at, p.policy_version, p.calendar_version""";

    static final String JOIN = "left join promise p on p.ticket_number = t.number and p.metric = 'FIRST_RESPONSE'";

    private PromiseColumns() {}

    /** Null where nothing is promised. */
    static @Nullable Promise read(ResultSet row) throws SQLException {
        if (row.getString("verdict") == null) {
            return null;
        }
        return new Promise(
                new Policy.Case(
                        Metric.FIRST_RESPONSE,
                        Columns.constant(row, "type", RequestType.class),
                        Columns.constant(row, "promised_for", Severity.class),
                        Columns.constant(row, "lane", Lane.class)),
                Columns.instant(row, "started_at"),
                Columns.instant(row, "counted_from"),
                Duration.ofSeconds(row.getLong("target_seconds")),
                Columns.instant(row, "due_at"),
                Columns.instant(row, "warn_at"),
                Columns.instantOrNull(row, "warned_at"),
                Columns.constant(row, "verdict", Promise.Verdict.class),
                Columns.instantOrNull(row, "decided_at"),
                row.getInt("policy_version"),
                row.getInt("calendar_version"));
    }
}
