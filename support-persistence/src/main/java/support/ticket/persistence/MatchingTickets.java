package support.ticket.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import support.database.Columns;
import support.people.Viewer;
import support.ticket.TicketEvent;
import support.ticket.TicketNumber;

/** Whether a query finds a ticket, and which it finds since when: in the very conditions by which the queue is asked. */
@Repository
public class MatchingTickets {
    /** Since when something stands. */
    public enum Stand {
        UNANSWERED("case when t.answer_awaited then t.turn_since end"),
        SAME_STATUS("""
                coalesce((select max(e.happened_at) from ticket_event e
                    where e.ticket_number = t.number and e.kind = 'STATUS_CHANGED'), t.raised_at)"""),
        UNTOUCHED("t.changed_at");

        private final String since;

        Stand(String since) {
            this.since = since;
        }
    }

    /** A span of time; its beginning is not in it, its end is. */
    public record Span(Instant after, Instant until) {}

    /** @param at since when it stands, or when it happened last */
    public record Match(TicketNumber number, String summary, Instant at) {}

    private final JdbcClient database;

    MatchingTickets(JdbcClient database) {
        this.database = database;
    }

    public boolean has(TicketNumber number, Viewer viewer, Asked asked) {
        Conditions conditions = asked.conditions(viewer);
        conditions.add("t.number = :one");
        conditions.set("one", number.value());
        return database.sql("select exists (" + tickets("1", conditions) + ")")
                .params(conditions.parameters())
                .query(Boolean.class)
                .single();
    }

    public boolean stands(TicketNumber number, Stand stand, Instant until) {
        return database.sql("select coalesce((select " + stand.since
                        + " <= :until from ticket t where t.number = :number), false)")
                .param("number", number.value())
                .param("until", until.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    /** Those that have come to stand within that span, the newest first. */
    public List<Match> standing(Viewer viewer, Asked asked, Stand stand, Span span, int most) {
        return since(viewer, asked, stand.since, span, most);
    }

    /** Those to which that has happened within that span, the newest first. */
    public List<Match> happened(
            Viewer viewer, Asked asked, Class<? extends TicketEvent.What> what, Span span, int most) {
        String last = "(select max(e.happened_at) from ticket_event e where e.ticket_number = t.number and e.kind = '"
                + EventJson.kind(what) + "')";
        return since(viewer, asked, last, span, most);
    }

    private List<Match> since(Viewer viewer, Asked asked, String since, Span span, int most) {
        Conditions conditions = asked.conditions(viewer);
        conditions.add("t.raised_at <= :until");
        conditions.set("after", span.after().atOffset(ZoneOffset.UTC));
        conditions.set("until", span.until().atOffset(ZoneOffset.UTC));
        return database.sql("select * from (" + tickets("t.number, t.summary, " + since + " as since", conditions)
                        + ") x where since > :after and since <= :until order by since desc, number desc limit " + most)
                .params(conditions.parameters())
                .query((row, n) -> match(row))
                .list();
    }

    private static String tickets(String columns, Conditions conditions) {
        return "select " + columns + " from ticket t where " + String.join(" or ", conditions.ways());
    }

    private static Match match(ResultSet row) throws SQLException {
        return new Match(
                new TicketNumber(row.getLong("number")), row.getString("summary"), Columns.instant(row, "since"));
    }
}
