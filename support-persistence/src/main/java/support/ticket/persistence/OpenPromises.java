package support.ticket.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import support.database.Columns;
import support.sla.Lane;
import support.sla.Metric;
import support.sla.Policy;
import support.sla.Promise;
import support.sla.RequestType;
import support.sla.Severity;
import support.ticket.TicketNumber;

/** The promises that are open, for counting what would become of them. */
@Repository
public class OpenPromises {
    private static final int PAGE = 1000;

    /** Beside the promise what it is promised for, and whose. */
    private record Row(TicketNumber ticket, Promise promise) {}

    private final JdbcClient database;

    OpenPromises(JdbcClient database) {
        this.database = database;
    }

    /** Shows each of them, in the order of the tickets; a page is in memory at a time. */
    public void forEach(BiConsumer<TicketNumber, Promise> reader) {
        List<Row> page = after(0);
        while (!page.isEmpty()) {
            page.forEach(row -> reader.accept(row.ticket, row.promise));
            page = after(page.getLast().ticket.value());
        }
    }

    private List<Row> after(long number) {
        return database.sql("""
                        select p.*, t.type, t.lane from promise p join ticket t on t.number = p.ticket_number
                        where p.verdict = 'OPEN' and p.ticket_number > :after order by p.ticket_number limit :most
                        """)
                .param("after", number)
                .param("most", PAGE)
                .query((row, n) -> new Row(new TicketNumber(row.getLong("ticket_number")), promise(row)))
                .list();
    }

    private static Promise promise(ResultSet row) throws SQLException {
        return new Promise(
                new Policy.Case(
                        Columns.constant(row, "metric", Metric.class),
                        Columns.constant(row, "type", RequestType.class),
                        Columns.constant(row, "severity", Severity.class),
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
