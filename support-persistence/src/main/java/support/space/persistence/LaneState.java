package support.space.persistence;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How the promises to one partner were kept. */
@Repository
public class LaneState {
    /** Promises that fell due in a time: kept, and missed; what is open still is neither. */
    public record Kept(long kept, long missed) {
        public boolean isDecided() {
            return kept + missed > 0;
        }
    }

    private final JdbcClient database;

    LaneState(JdbcClient database) {
        this.database = database;
    }

    /** To the people of an organisation, due from {@code from} on and until {@code now}; by their newest correction. */
    public Kept kept(long organisation, Instant from, Instant now) {
        return database.sql("""
                        select count(*) filter (where stands = 'KEPT') as kept,
                               count(*) filter (where stands = 'MISSED' or stands = 'OPEN' and running) as missed
                        from (select coalesce(p.corrected, p.verdict) as stands, mod(cardinality(p.pauses), 2) = 0 as running
                              from promise p join ticket t on t.number = p.ticket_number
                              where t.organisation_id = :organisation and p.due_at >= :from and p.due_at < :now) one
                        """)
                .param("organisation", organisation)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Kept(row.getLong("kept"), row.getLong("missed")))
                .single();
    }
}
