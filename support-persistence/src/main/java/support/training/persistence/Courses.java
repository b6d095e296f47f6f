package support.training.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import support.database.Columns;
import support.people.Viewer;
import support.training.Course;

/** The courses, and who has done what of their material. What is not published is there for the desk alone. */
@Repository
public class Courses {
    /**
     * A course in a list.
     *
     * @param done how much of the material the viewer has marked as done
     * @param next when the next session begins; null for none
     */
    public record Line(
            Course course,
            long material,
            long done,
            @Nullable Instant next,
            boolean certified) {}

    private static final String LINES = """
            select c.*, (select count(*) from material m where m.course_id = c.id) as material,
                   (select count(*) from material m join material_done d on d.material_id = m.id
                    where m.course_id = c.id and d.person_id = :viewer) as done,
                   (select min(s.begins_at) from course_session s
                    where s.course_id = c.id and not s.cancelled and s.begins_at > :now) as next,
                   exists (select from certificate x where x.course_id = c.id and x.person_id = :viewer and not x.withdrawn)
                       as certified
            from course c where (:staff or c.published)\s""";

    private final JdbcClient database;

    Courses(JdbcClient database) {
        this.database = database;
    }

    /** By title. */
    public List<Line> all(Viewer viewer, Instant now) {
        return lines("order by lower(c.title), c.id", viewer, now)
                .query((row, n) -> line(row))
                .list();
    }

    public Optional<Line> find(long course, Viewer viewer, Instant now) {
        return lines("and c.id = :course", viewer, now)
                .param("course", course)
                .query((row, n) -> line(row))
                .optional();
    }

    private JdbcClient.StatementSpec lines(String more, Viewer viewer, Instant now) {
        return database.sql(LINES + more)
                .param("viewer", viewer.id())
                .param("staff", viewer.staff())
                .param("now", now.atOffset(ZoneOffset.UTC));
    }

    /** The material of a course that a person has marked as done. */
    public Set<Long> done(long course, long person) {
        return Set.copyOf(
                database.sql("select d.material_id from material_done d join material m on m.id = d.material_id"
                                + " where m.course_id = :course and d.person_id = :person")
                        .param("course", course)
                        .param("person", person)
                        .query((row, n) -> row.getLong("material_id"))
                        .list());
    }

    /**
     * Until the transaction ends nobody else does anything of the course, or changes what it asks for: two who each miss what the
     * other does would both find that something is still to do.
     */
    public void hold(long course) {
        database.sql("select id from course where id = :course for no key update")
                .param("course", course)
                .query(Long.class)
                .optional();
    }

    /** Nothing happens to material that was taken away meanwhile. */
    public void markDone(long material, long person, Instant at) {
        database.sql("insert into material_done select id, :person, :at from material where id = :material"
                        + " on conflict do nothing")
                .param("material", material)
                .param("person", person)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    public void markOpen(long material, long person) {
        database.sql("delete from material_done where material_id = :material and person_id = :person")
                .param("material", material)
                .param("person", person)
                .update();
    }

    /**
     * Those who have done all that a course asks for, and never had its certificate: all its material, and one of its sessions where it
     * has any. A course with nothing in it asks for nothing that one could have done.
     *
     * @param only this person; null for everybody
     */
    public List<Long> haveDoneAll(long course, @Nullable Long only) {
        return database.sql("""
                        with part as (
                            select d.person_id from material_done d join material m on m.id = d.material_id
                            where m.course_id = :course
                            union select x.person_id from course_seat x join course_session s on s.id = x.session_id
                            where s.course_id = :course and x.attended)
                        select p.person_id from part p
                        where (cast(:only as bigint) is null or p.person_id = :only)
                          and (exists (select from material m where m.course_id = :course)
                               or exists (select from course_session s where s.course_id = :course and not s.cancelled))
                          and not exists (select from material m where m.course_id = :course and not exists (
                              select from material_done d where d.material_id = m.id and d.person_id = p.person_id))
                          and (not exists (select from course_session s where s.course_id = :course and not s.cancelled)
                               or exists (select from course_seat x join course_session s on s.id = x.session_id
                                          where s.course_id = :course and x.person_id = p.person_id and x.attended))
                          and not exists (select from certificate c where c.course_id = :course and c.person_id = p.person_id)
                        order by p.person_id
                        """)
                .param("course", course)
                .param("only", only)
                .query((row, n) -> row.getLong("person_id"))
                .list();
    }

    /** @return its number */
    public long add(Course course) {
        return said(
                        "insert into course (title, body, published) values (:title, :body, :published) returning id",
                        course)
                .query(Long.class)
                .single();
    }

    /** @return false when somebody else has changed it since this version of it was read */
    public boolean change(Course course) {
        return said("""
                        update course set title = :title, body = :body, published = :published, version = version + 1
                        where id = :id and version = :seen
                        """, course)
                        .param("id", course.id())
                        .param("seen", course.version())
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec said(String sql, Course course) {
        return database.sql(sql)
                .param("title", course.title())
                .param("body", course.text())
                .param("published", course.published());
    }

    private static Line line(ResultSet row) throws SQLException {
        Course course = new Course(
                row.getLong("id"),
                row.getString("title"),
                row.getString("body"),
                row.getBoolean("published"),
                row.getInt("version"));
        return new Line(
                course,
                row.getLong("material"),
                row.getLong("done"),
                Columns.instantOrNull(row, "next"),
                row.getBoolean("certified"));
    }
}
