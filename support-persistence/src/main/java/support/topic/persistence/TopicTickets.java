package support.topic.persistence;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tickets that are about a topic; for the desk. */
@Repository
public class TopicTickets {
    public record Line(long number, String summary, String status, String organisation) {}

    /** More than anybody reads on the page of a topic. */
    private static final int MOST = 200;

    private final JdbcClient database;

    TopicTickets(JdbcClient database) {
        this.database = database;
    }

    /** The newest first, at most 200. */
    public List<Line> of(long topic) {
        return database.sql("""
                        select t.number, t.summary, t.status, o.name
                        from topic_ticket x join ticket t on t.number = x.ticket_number join organisation o on o.id = t.organisation_id
                        where x.topic_id = :topic order by t.number desc limit :most
                        """)
                .param("topic", topic)
                .param("most", MOST)
                .query((row, n) -> new Line(
                        row.getLong("number"),
                        row.getString("summary"),
                        row.getString("status"),
                        row.getString("name")))
                .list();
    }

    /** The next of their numbers, in order. */
    public List<Long> numbers(long topic, long after, int most) {
        return database.sql("select ticket_number from topic_ticket where topic_id = :topic and ticket_number > :after"
                        + " order by ticket_number limit :most")
                .param("topic", topic)
                .param("after", after)
                .param("most", most)
                .query((row, n) -> row.getLong("ticket_number"))
                .list();
    }

    public boolean isAbout(long ticket, long topic) {
        return database.sql(
                        "select exists (select from topic_ticket where topic_id = :topic and ticket_number = :ticket)")
                .param("topic", topic)
                .param("ticket", ticket)
                .query(Boolean.class)
                .single();
    }
}
