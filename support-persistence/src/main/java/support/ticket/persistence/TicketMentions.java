package support.ticket.persistence;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import support.database.Columns;
import support.people.Viewer;
import support.ticket.TicketNumber;

/** The tickets on which notes name somebody of the desk, until they have seen to it. */
@Repository
public class TicketMentions {
    /** @param by the name of whoever wrote the newest note that names the viewer */
    public record Mention(TicketNumber ticket, String summary, String by, Instant at) {}

    private final JdbcClient database;

    TicketMentions(JdbcClient database) {
        this.database = database;
    }

    /** Newest first. */
    public List<Mention> of(Viewer viewer, int limit) {
        return database.sql("""
                        select m.ticket_number, t.summary, p.name, m.mentioned_at
                        from mention m join ticket t on t.number = m.ticket_number join person p on p.id = m.by_id
                        where m.person_id = :person order by m.mentioned_at desc, m.ticket_number desc limit :limit
                        """)
                .param("person", viewer.id())
                .param("limit", limit)
                .query((row, n) -> new Mention(
                        new TicketNumber(row.getLong("ticket_number")),
                        row.getString("summary"),
                        row.getString("name"),
                        Columns.instant(row, "mentioned_at")))
                .list();
    }

    /** The viewer has seen to it. */
    public void done(TicketNumber ticket, Viewer viewer) {
        database.sql("delete from mention where person_id = :person and ticket_number = :ticket")
                .param("person", viewer.id())
                .param("ticket", ticket.value())
                .update();
    }
}
