package support.training.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import support.database.Columns;
import support.people.Viewer;
import support.training.Session;

/** The dates of the courses. Those of a course that is not published are there for the desk alone. */
@Repository
public class CourseSessions {
    /**
     * A session as somebody sees it.
     *
     * @param taken how many seats
     * @param waiting how many wait for one
     * @param mine how the viewer stands to it
     * @param before how many wait before the viewer, who waits too; else 0
     */
    public record Line(Session session, String course, long taken, long waiting, Mine mine, long before) {
        public long left() {
            return Math.max(0, session.seats() - taken);
        }
    }

    public enum Mine {
        NOTHING,
        SEAT,
        WAITING,
        ATTENDED
    }

    private static final String LINES = """
            select s.*, c.title, (select count(x.seat) from course_seat x where x.session_id = s.id) as taken,
                   (select count(*) from course_seat x where x.session_id = s.id and x.seat is null) as waiting,
                   case when m.person_id is null then 'NOTHING' when m.attended then 'ATTENDED'
                        when m.seat is null then 'WAITING' else 'SEAT' end as mine,
                   (select count(*) from course_seat x where x.session_id = s.id and x.seat is null and m.seat is null
                    and x.id < m.id) as before
            from course_session s join course c on c.id = s.course_id
            left join course_seat m on m.session_id = s.id and m.person_id = :viewer
            where (:staff or c.published)\s""";

    private final JdbcClient database;

    CourseSessions(JdbcClient database) {
        this.database = database;
    }

    /** Of a course, the next first, then those before, the latest first. */
    public List<Line> of(long course, Viewer viewer, Instant now) {
        return lines(
                        "and s.course_id = :course order by s.begins_at <= :now,"
                                + " case when s.begins_at > :now then s.begins_at end, s.begins_at desc",
                        viewer)
                .param("course", course)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> line(row))
                .list();
    }

    /** Those of all courses that have not begun and are not cancelled, the next first. */
    public List<Line> next(Viewer viewer, Instant now, int limit) {
        return lines("and not s.cancelled and s.begins_at > :now order by s.begins_at, s.id limit :limit", viewer)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, n) -> line(row))
                .list();
    }

    public Optional<Line> find(long session, Viewer viewer) {
        return lines("and s.id = :session", viewer)
                .param("session", session)
                .query((row, n) -> line(row))
                .optional();
    }

    private JdbcClient.StatementSpec lines(String more, Viewer viewer) {
        return database.sql(LINES + more).param("viewer", viewer.id()).param("staff", viewer.staff());
    }

    /** Holds a session until the end of the transaction: whoever books or frees a seat of it waits. */
    public Optional<Session> hold(long session) {
        return database.sql("select * from course_session where id = :session for update")
                .param("session", session)
                .query((row, n) -> session(row))
                .optional();
    }

    /** The title of its course. */
    public String title(long session) {
        return database.sql(
                        "select c.title from course_session s join course c on c.id = s.course_id where s.id = :session")
                .param("session", session)
                .query(String.class)
                .single();
    }

    /** Those that have not begun, in the order in which they are to be held. */
    public List<Long> toCome(Instant now) {
        return database.sql("select id from course_session where begins_at > :now and not cancelled order by id")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> row.getLong("id"))
                .list();
    }

    /** @return its number */
    public long add(Session session) {
        return said("""
                        insert into course_session (course_id, begins_at, ends_at, place, seats)
                        values (:course, :begins, :ends, :place, :seats) returning id
                        """, session)
                .param("course", session.course())
                .query(Long.class)
                .single();
    }

    /** @return false when somebody else has changed it since this version of it was read */
    public boolean change(Session session) {
        return said("""
                        update course_session set begins_at = :begins, ends_at = :ends, place = :place, seats = :seats,
                            cancelled = :cancelled, version = version + 1
                        where id = :id and version = :seen
                        """, session)
                        .param("id", session.id())
                        .param("cancelled", session.cancelled())
                        .param("seen", session.version())
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec said(String sql, Session session) {
        return database.sql(sql)
                .param("begins", session.begins().atOffset(ZoneOffset.UTC))
                .param("ends", session.ends().atOffset(ZoneOffset.UTC))
                .param("place", session.place())
                .param("seats", session.seats());
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                session(row),
                row.getString("title"),
                row.getLong("taken"),
                row.getLong("waiting"),
                Columns.constant(row, "mine", Mine.class),
                row.getLong("before"));
    }

    private static Session session(ResultSet row) throws SQLException {
        return new Session(
                row.getLong("id"),
                row.getLong("course_id"),
                Columns.instant(row, "begins_at"),
                Columns.instant(row, "ends_at"),
                row.getString("place"),
                row.getInt("seats"),
                row.getBoolean("cancelled"),
                row.getInt("version"));
    }
}
