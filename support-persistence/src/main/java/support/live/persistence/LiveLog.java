package support.live.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import support.live.Position;
import support.ticket.TicketNumber;

/**
 * What happened to tickets since somebody last looked: each event exactly once, whichever transaction ended first, and as soon as
 * its own has ended, however long another goes on.
 */
@Repository
public class LiveLog {
    /** How long one may have been away: a laptop's sleep over lunch. Who comes later looks at everything anew. */
    public static final Duration LONGEST_ABSENCE = Duration.ofHours(1);

    /** More than anybody would look at one by one. */
    static final int MOST = 500;

    /** Before the position was read, as long as the longest transaction. */
    private static final Duration BEFORE = Duration.ofHours(1);

    /**
     * New is what the database shows now and did not show then. An event of a transaction that has not begun was brought along
     * when the database was restored from a dump; so was one that happened long ago.
     */
    private static final String SINCE = """
            with now as materialized (select pg_current_snapshot() as seen)
            select now.seen, pg_snapshot_xmax(cast(:seen as pg_snapshot)) > pg_snapshot_xmax(now.seen) as other, e.ticket_number
            from now left join lateral (
                select ticket_number from ticket_event
                where written_in >= pg_snapshot_xmin(cast(:seen as pg_snapshot)) and written_in < pg_snapshot_xmax(now.seen)
                  and not pg_visible_in_snapshot(written_in, cast(:seen as pg_snapshot)) and happened_at > :from
                order by written_in limit 501) e on true
            """;

    /**
     * @param position how far has been read by it
     * @param tickets to which something happened
     * @param unknown more happened than is told, or it is not known what
     */
    public record News(Position position, Set<TicketNumber> tickets, boolean unknown) {
        public boolean isNone() {
            return tickets.isEmpty() && !unknown;
        }
    }

    private final JdbcClient database;

    LiveLog(JdbcClient database) {
        this.database = database;
    }

    /** Nothing that has happened until now is new to whoever begins here. */
    public Position begin(Instant now) {
        return database.sql("select pg_current_snapshot()")
                .query((row, n) -> new Position(now, row.getString(1)))
                .single();
    }

    /** @param now the time that is written into the position */
    public News since(Position position, Instant now) {
        Instant from = (position.at().isBefore(now) ? position.at() : now).minus(BEFORE);
        boolean late = position.at().plus(LONGEST_ABSENCE).isBefore(now);
        ResultSetExtractor<News> reader = rows -> news(rows, late, now);
        return database.sql(SINCE)
                .param("seen", position.snapshot())
                .param("from", from.atOffset(ZoneOffset.UTC))
                .query(reader);
    }

    private static News news(ResultSet rows, boolean late, Instant now) throws SQLException {
        Set<TicketNumber> tickets = new LinkedHashSet<>();
        String seen = "";
        boolean unknown = late;
        int events = 0;
        while (rows.next()) {
            seen = rows.getString("seen");
            unknown |= rows.getBoolean("other") || ++events > MOST;
            long ticket = rows.getLong("ticket_number");
            if (!rows.wasNull()) {
                tickets.add(new TicketNumber(ticket));
            }
        }
        return new News(new Position(now, seen), unknown ? Set.of() : tickets, unknown);
    }
}
