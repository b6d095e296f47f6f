package support.ticket.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import support.behalf.Consent;
import support.database.Columns;
import support.people.Viewer;
import support.ticket.TicketNumber;

/** What a partner has filed, besides the tickets that its people read all of. */
@Repository
public class LaneLists {
    /** Promises that fell due, by what became of them. */
    public record Kept(long kept, long missed) {
        public long all() {
            return kept + missed;
        }

        /** Rounded down, so that it never claims more than there is; 0 where there was none. */
        public long percent() {
            return all() == 0 ? 0 : kept * 100 / all();
        }
    }

    /**
     * A ticket of which the partner's people read but their own words.
     *
     * @param done nothing is expected of anybody any more
     * @param since when the end customer was asked, or said so
     */
    public record OwnLine(
            TicketNumber number,
            String summary,
            String app,
            String requester,
            Instant raisedAt,
            boolean done,
            String company,
            Consent said,
            Instant since) {}

    private final JdbcClient database;

    LaneLists(JdbcClient database) {
        this.database = database;
    }

    /** Of the tickets that the partner's people read all of: promises that fall due from {@code from} on, before {@code to}. */
    public Kept kept(Viewer viewer, Instant from, Instant to, Instant now) {
        TicketScope scope = TicketScope.of(viewer);
        return database.sql("select count(*) filter (where " + Conditions.KEPT + ") as kept, count(*) filter (where "
                        + Conditions.MISSED + ") as missed from promise q join ticket t on t.number = q.ticket_number"
                        + " where q.due_at >= :from and q.due_at < :to and t.organisation_id = :viewerOrganisation and "
                        + scope.condition())
                .params(scope.parameters())
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .param("dueNow", now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Kept(row.getLong("kept"), row.getLong("missed")))
                .single();
    }

    /** The newest first. */
    public List<OwnLine> ownWords(Viewer viewer, int limit) {
        TicketScope scope = TicketScope.ofOwnWords(viewer);
        return database.sql("""
                        select t.number, t.summary, t.raised_at, t.queue_band is null as done, a.name as app,
                               r.name as requester, c.company, c.consent, c.since
                        from ticket t join end_customer c on c.id = t.end_customer_id join app a on a.id = t.app_id
                             join person r on r.id = t.requester_id
                        where\s""" + scope.condition() + " order by t.number desc limit :limit")
                .params(scope.parameters())
                .param("limit", limit)
                .query((row, n) -> line(row))
                .list();
    }

    /** All of those tickets. */
    public List<TicketNumber> withheld(Viewer viewer) {
        TicketScope scope = TicketScope.ofOwnWords(viewer);
        return database.sql("select t.number from ticket t where " + scope.condition() + " order by t.number")
                .params(scope.parameters())
                .query((row, n) -> new TicketNumber(row.getLong("number")))
                .list();
    }

    private static OwnLine line(ResultSet row) throws SQLException {
        return new OwnLine(
                new TicketNumber(row.getLong("number")),
                row.getString("summary"),
                row.getString("app"),
                row.getString("requester"),
                Columns.instant(row, "raised_at"),
                row.getBoolean("done"),
                row.getString("company"),
                Columns.constant(row, "consent", Consent.class),
                Columns.instant(row, "since"));
    }
}
