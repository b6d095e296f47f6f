package support.topic.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import support.database.Columns;
import support.people.Viewer;
import support.topic.Stage;
import support.topic.Topic;

/** Known issues and ideas. What is not published is there for the desk alone. */
@Repository
public class Topics {
    /**
     * A topic in a list.
     *
     * @param followers how many people voted for it, or said that it happens to them too
     * @param followed the viewer is one of them
     */
    public record Line(Topic topic, String app, long followers, boolean followed) {}

    /** @param app null for all of them; {@code search} is what somebody typed, empty for all */
    public record Filter(Topic.Kind kind, @Nullable Long app, String search) {}

    private static final String LINES = """
            select t.*, a.name as app_name,
                   (select count(*) from topic_follower f where f.topic_id = t.id) as followers,
                   exists (select from topic_follower f where f.topic_id = t.id and f.person_id = :viewer) as followed
            from topic t join app a on a.id = t.app_id
            where (:staff or t.published) and\s""";

    /** The words that somebody typed, and what would be found by each; those that say nothing in either language are left out. */
    private static final String TYPED = """
            with typed as (
                select distinct word, english || german as wanted
                from ts_parse('default', :search) as parsed (kind, word),
                     plainto_tsquery('english', word) english, plainto_tsquery('german', word) german
                where numnode(english) > 0 and numnode(german) > 0)
            """;

    private final JdbcClient database;

    Topics(JdbcClient database) {
        this.database = database;
    }

    /** Empty when there is none for this viewer. */
    public Optional<Line> find(long topic, Viewer viewer) {
        return lines("t.id = :topic", viewer)
                .param("topic", topic)
                .query((row, n) -> line(row))
                .optional();
    }

    /** What most people follow first, and of those as many do the newest. */
    public List<Line> page(Filter filter, Viewer viewer, int offset, int limit) {
        return lines("""
                        t.kind = :kind and (cast(:app as bigint) is null or t.app_id = :app)
                        and (:search = '' or t.words @@ websearch_to_tsquery('english', :search)
                            or t.words @@ websearch_to_tsquery('german', :search))
                        order by t.stage in ('FIXED', 'SHIPPED', 'DECLINED'), followers desc, t.moved_at desc, t.id desc
                        limit :limit offset :offset
                        """, viewer)
                .param("kind", filter.kind.name())
                .param("app", filter.app)
                .param("search", filter.search)
                .param("limit", limit)
                .param("offset", offset)
                .query((row, n) -> line(row))
                .list();
    }

    /**
     * Those that share most words with what somebody is typing: two at least, or the only one.
     *
     * @param app only of this app; null for all of them
     */
    public List<Line> similar(@Nullable Long app, String text, Viewer viewer, int limit) {
        return database.sql(TYPED + "select * from (" + LINES + """
                        (cast(:app as bigint) is null or t.app_id = :app)
                        and t.words @@ (select cast(string_agg(cast(wanted as text), ' | ') as tsquery) from typed)) t
                        cross join lateral (select count(*) as shared from typed where t.words @@ wanted) s
                        where shared >= least(2, (select count(*) from typed))
                        order by shared desc, stage in ('FIXED', 'SHIPPED', 'DECLINED'), followers desc, id desc limit :limit
                        """)
                .param("staff", viewer.staff())
                .param("viewer", viewer.id())
                .param("app", app)
                .param("search", text)
                .param("limit", limit)
                .query((row, n) -> line(row))
                .list();
    }

    /** Those that a ticket is about. */
    public List<Line> of(long ticket, Viewer viewer) {
        return lines("t.id in (select topic_id from topic_ticket where ticket_number = :ticket) order by t.id", viewer)
                .param("ticket", ticket)
                .query((row, n) -> line(row))
                .list();
    }

    /** Those of an app of which something may still come, by title. */
    public List<Line> open(long app, Viewer viewer) {
        return lines("""
                        t.app_id = :app and t.stage not in ('FIXED', 'SHIPPED', 'DECLINED')
                        order by lower(t.title), t.id limit 200
                        """, viewer).param("app", app).query((row, n) -> line(row)).list();
    }

    private JdbcClient.StatementSpec lines(String condition, Viewer viewer) {
        return database.sql(LINES + condition).param("staff", viewer.staff()).param("viewer", viewer.id());
    }

    /** @return its number */
    public long add(Topic topic) {
        return said("""
                        insert into topic (kind, app_id, title, affects, body, workaround, stage, outcome, published, moved_at)
                        values (:kind, :app, :title, :affects, :body, :workaround, :stage, :outcome, :published, :at)
                        returning id
                        """, topic)
                .param("kind", topic.kind().name())
                .query(Long.class)
                .single();
    }

    /** @return false when somebody else has changed it since this version of it was read */
    public boolean change(Topic topic) {
        return said("""
                        update topic set app_id = :app, title = :title, affects = :affects, body = :body,
                            workaround = :workaround, stage = :stage, outcome = :outcome, published = :published,
                            moved_at = :at, version = version + 1
                        where id = :id and version = :seen
                        """, topic)
                        .param("id", topic.id())
                        .param("seen", topic.version())
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec said(String sql, Topic topic) {
        return database.sql(sql)
                .param("app", topic.app())
                .param("title", topic.title())
                .param("affects", topic.affects())
                .param("body", topic.text())
                .param("workaround", topic.workaround())
                .param("stage", topic.stage().name())
                .param("outcome", topic.outcome())
                .param("published", topic.published())
                .param("at", topic.movedAt().atOffset(ZoneOffset.UTC));
    }

    private static Line line(ResultSet row) throws SQLException {
        Topic topic = new Topic(
                row.getLong("id"),
                Columns.constant(row, "kind", Topic.Kind.class),
                row.getLong("app_id"),
                row.getString("title"),
                row.getString("affects"),
                row.getString("body"),
                row.getString("workaround"),
                Columns.constant(row, "stage", Stage.class),
                row.getString("outcome"),
                row.getBoolean("published"),
                row.getInt("version"),
                Columns.instant(row, "moved_at"));
        return new Line(topic, row.getString("app_name"), row.getLong("followers"), row.getBoolean("followed"));
    }
}
