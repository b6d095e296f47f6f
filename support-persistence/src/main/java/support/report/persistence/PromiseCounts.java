package support.report.persistence;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import support.database.Columns;
import support.sla.Lane;
import support.sla.Metric;
import support.sla.Severity;

/** Counts promises by what became of them. */
@Repository
public class PromiseCounts {
    /**
     * One row of the report.
     *
     * @param kept done by the due time
     * @param missed done later, or not yet though the due time has passed
     * @param open due, and the due time has not passed, or its time rests
     * @param withdrawn taken back by the customer before; neither kept nor missed
     * @param corrected how many of the kept and missed ones were judged otherwise and corrected
     */
    public record Row(
            Metric metric,
            Severity severity,
            Lane lane,
            long kept,
            long missed,
            long open,
            long withdrawn,
            long corrected) {}

    private final JdbcClient database;

    PromiseCounts(JdbcClient database) {
        this.database = database;
    }

    /**
     * The promises that fall due from {@code from} on and before {@code to}, as they stand at {@code now}: by their
     * newest correction where there is one.
     */
    public List<Row> due(Instant from, Instant to, Instant now) {
        return database.sql("""
                        select metric, severity, lane,
                               count(*) filter (where stands = 'KEPT') as kept,
                               count(*) filter (where stands = 'MISSED' or stands = 'OPEN' and late) as missed,
                               count(*) filter (where stands = 'OPEN' and not late) as open,
                               count(*) filter (where stands = 'WITHDRAWN') as withdrawn,
                               count(*) filter (where stands <> verdict) as corrected
                        from (select p.metric, t.severity, p.lane, p.verdict, coalesce(p.corrected, p.verdict) as stands,
                                     p.due_at < :now and mod(cardinality(p.pauses), 2) = 0 as late
                              from promise p join ticket t on t.number = p.ticket_number
                              where p.due_at >= :from and p.due_at < :to) one
                        group by metric, severity, lane
                        order by severity, lane
                        """)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Row(
                        Columns.constant(row, "metric", Metric.class),
                        Columns.constant(row, "severity", Severity.class),
                        Columns.constant(row, "lane", Lane.class),
                        row.getLong("kept"),
                        row.getLong("missed"),
                        row.getLong("open"),
                        row.getLong("withdrawn"),
                        row.getLong("corrected")))
                .list();
    }
}
