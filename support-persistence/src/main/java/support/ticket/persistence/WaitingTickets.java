package support.ticket.persistence;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import support.people.Viewer;
import support.team.Team;
import support.ticket.Ticket;
import support.ticket.TicketNumber;

/** Tickets that wait for the desk (something is owed, or the customer wrote last), for those who share them out. */
@Repository
public class WaitingTickets {
    /**
     * What waits, is nobody's and was not set aside, in the order of the queue. It names the assignee in the order, so that PostgreSQL walks along
     * the index of assignees: whatever else is open costs nothing.
     */
    private static final String NOBODYS = """
            from ticket t where t.assignee_id is null and t.queue_band is not null and t.queue_band <= 1 and t.app_id = any (:apps)
                and (t.snoozed_until is null or t.snoozed_until <= :now)
            order by t.assignee_id, t.queue_band, t.queue_at, t.lane, t.number
            """;

    private final JdbcClient database;

    WaitingTickets(JdbcClient database) {
        this.database = database;
    }

    /**
     * The first that is nobody's and that nobody else is just changing. It is locked until the transaction ends, so that two who
     * ask at the same moment get two tickets.
     */
    public Optional<TicketNumber> takeFirst(Collection<Long> apps, Instant now) {
        return database.sql("select t.number " + NOBODYS + " limit 1 for update skip locked")
                .param("apps", apps.toArray(Long[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new TicketNumber(row.getLong("number")))
                .optional();
    }

    /** Those that are nobody's, in the order of the queue. */
    public List<Team.Waiting> nobodys(Collection<Long> apps, Instant now, int limit) {
        return database.sql("select t.number, t.app_id " + NOBODYS + " limit " + limit)
                .param("apps", apps.toArray(Long[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Team.Waiting(row.getLong("number"), row.getLong("app_id")))
                .list();
    }

    /** Those of a person's tickets that wait for the desk, in the order of the queue. */
    public List<TicketNumber> of(long person, int limit) {
        return database.sql("""
                        select t.number from ticket t
                        where t.assignee_id = :person and t.queue_band is not null and t.queue_band <= 1
                        order by t.queue_band, t.queue_at, t.lane, t.number limit :limit
                        """)
                .param("person", person)
                .param("limit", limit)
                .query((row, n) -> new TicketNumber(row.getLong("number")))
                .list();
    }

    /**
     * The ticket that this person took with this form, if the form arrived before and nothing has happened to the ticket since.
     * A second arrival waits here until the first is decided.
     */
    public Optional<TicketNumber> takenWith(UUID nonce, Viewer by) {
        database.sql("select 1 from pg_advisory_xact_lock(:key)")
                .param("key", nonce.getLeastSignificantBits())
                .query()
                .singleRow();
        return database.sql("""
                        select t.number from taken_next n join ticket t on t.number = n.ticket_number and t.version = n.version
                        where n.person_id = :person and n.nonce = :nonce
                        """)
                .param("person", by.id())
                .param("nonce", nonce)
                .query((row, n) -> new TicketNumber(row.getLong("number")))
                .optional();
    }

    /**
     * Keeps what somebody took with a form, and forgets what they took with others before an instant.
     *
     * @param ticket as it is now
     */
    public void keepTaken(UUID nonce, Viewer by, Ticket ticket, Instant at, Instant limit) {
        database.sql("delete from taken_next where person_id = :person and taken_at < :limit")
                .param("person", by.id())
                .param("limit", limit.atOffset(ZoneOffset.UTC))
                .update();
        database.sql("""
                        insert into taken_next (person_id, nonce, ticket_number, version, taken_at)
                        values (:person, :nonce, :ticket, :version, :at)
                        on conflict (person_id, nonce) do update
                        set ticket_number = excluded.ticket_number, version = excluded.version, taken_at = excluded.taken_at
                        """)
                .param("person", by.id())
                .param("nonce", nonce)
                .param("ticket", ticket.number().value())
                .param("version", ticket.state().version())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
