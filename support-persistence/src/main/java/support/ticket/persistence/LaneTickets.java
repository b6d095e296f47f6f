package support.ticket.persistence;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import support.database.Columns;
import support.ticket.Forecast;
import support.ticket.TicketNumber;

/** Tickets and the lanes that are theirs by what the partner is whose people raised them; and what stands ahead of them. */
@Repository
public class LaneTickets {
    /** Farther ahead than that nobody forecasts anything. */
    public static final int MOST_AHEAD = 1000;

    /** The tickets of those who belong to an active partner are in the Fast Lane, all others are not. */
    private static final String MISPLACED = """
            from ticket t join person r on r.id = t.requester_id
            left join active_partners(:at) a on a.organisation_id = r.organisation_id
            where t.queue_band is not null and t.lane <> case when a.kind is null then 'STANDARD' else 'FAST_LANE' end
            and\s""";

    private final JdbcClient database;

    LaneTickets(JdbcClient database) {
        this.database = database;
    }

    /** Open tickets of an organisation's people that are in another lane than is theirs by now, in order. */
    public List<TicketNumber> misplaced(long organisation, Instant at, int limit) {
        return database.sql("select t.number " + MISPLACED
                        + "r.organisation_id = :organisation order by t.number limit :limit")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("organisation", organisation)
                .param("limit", limit)
                .query((row, n) -> new TicketNumber(row.getLong("number")))
                .list();
    }

    /** The organisation of who raised the ticket, when it is open and in another lane than is its own by now. */
    public Optional<Long> misplaced(TicketNumber ticket, Instant at) {
        return database.sql("select r.organisation_id " + MISPLACED + "t.number = :number")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("number", ticket.value())
                .query(Long.class)
                .optional();
    }

    /** What is owed by a time on the tickets that stand ahead of this one in the queue, in its order; at most 1,000. */
    public List<Forecast.Owed> ahead(TicketNumber ticket) {
        // its place as values of their own, not as a joined row: so the index ends there, and the rest of the queue is
        // not read
        return database.sql("""
                        with own as materialized (
                            select queue_band, queue_at, lane, number from ticket where number = :number)
                        select t.number, p.due_at
                        from ticket t
                        cross join lateral (
                            select q.due_at from promise q
                            where q.ticket_number = t.number and q.settled_at is null and mod(cardinality(q.pauses), 2) = 0
                            order by q.due_at limit 1) p
                        where t.queue_band = 0
                          and (t.queue_band, t.queue_at, t.lane, t.number)
                              < ((select queue_band from own), (select queue_at from own), (select lane from own),
                                 (select number from own))
                        order by t.queue_band, t.queue_at, t.lane, t.number limit :most
                        """)
                .param("number", ticket.value())
                .param("most", MOST_AHEAD)
                .query((row, n) ->
                        new Forecast.Owed(new TicketNumber(row.getLong("number")), Columns.instant(row, "due_at")))
                .list();
    }
}
