package support.ticket.persistence;

import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import support.ticket.Tag;
import support.ticket.TicketNumber;

/** Which words the desk finds a ticket by. */
@Repository
public class TicketTags {
    private final JdbcClient database;

    TicketTags(JdbcClient database) {
        this.database = database;
    }

    public boolean has(TicketNumber number, Tag tag) {
        return database.sql("select exists (select from ticket_tag where ticket_number = :number and tag = :tag)")
                .param("number", number.value())
                .param("tag", tag.name())
                .query(Boolean.class)
                .single();
    }

    public Set<Tag> of(TicketNumber number) {
        return database.sql("select tag from ticket_tag where ticket_number = :number")
                .param("number", number.value())
                .query((row, n) -> new Tag(row.getString(1)))
                .set();
    }

    /** Those in use that begin so, for completing what is typed. */
    public List<String> beginningWith(String start, int most) {
        return database.sql("select name from tag where starts_with(name, lower(:start)) order by name limit " + most)
                .param("start", start)
                .query((row, n) -> row.getString(1))
                .list();
    }
}
