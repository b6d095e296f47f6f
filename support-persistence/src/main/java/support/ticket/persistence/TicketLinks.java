package support.ticket.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import support.database.Columns;
import support.ticket.Relation;
import support.ticket.Status;
import support.ticket.TicketNumber;

/** How tickets stand to each other; for the desk, which sees all of them. */
@Repository
public class TicketLinks {
    /**
     * Another ticket.
     *
     * @param relation how the ticket stands to it; null when it was merged into the ticket
     */
    public record Line(
            TicketNumber number,
            String summary,
            Status status,
            @Nullable Relation relation) {}

    private static final String OF = """
            select t.number, t.summary, t.status, l.relation from ticket_link l join ticket t on t.number = l.other_number
            where l.ticket_number = :number
            union all
            select t.number, t.summary, t.status, null from ticket t where t.merged_into = :number
            order by relation nulls last, number limit 200
            """;

    private final JdbcClient database;

    TicketLinks(JdbcClient database) {
        this.database = database;
    }

    /** What a ticket is linked with, and what was merged into it; at most 200. */
    public List<Line> of(TicketNumber number) {
        return database.sql(OF)
                .param("number", number.value())
                .query((row, n) -> line(row))
                .list();
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                new TicketNumber(row.getLong("number")),
                row.getString("summary"),
                Columns.constant(row, "status", Status.class),
                Columns.constantOrNull(row, "relation", Relation.class));
    }

    /** How one ticket stands to another; empty where nothing is said of it. */
    public Optional<Relation> between(TicketNumber one, TicketNumber other) {
        return database.sql("select relation from ticket_link where ticket_number = :one and other_number = :other")
                .param("one", one.value())
                .param("other", other.value())
                .query((row, n) -> Columns.constant(row, "relation", Relation.class))
                .optional();
    }

    /** The tickets that say a second time what this one says. */
    public List<TicketNumber> duplicates(TicketNumber original) {
        return database.sql("select other_number from ticket_link where ticket_number = :number"
                        + " and relation = 'ORIGINAL_OF' order by other_number")
                .param("number", original.value())
                .query((row, n) -> new TicketNumber(row.getLong(1)))
                .list();
    }
}
