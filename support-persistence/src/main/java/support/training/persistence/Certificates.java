package support.training.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import support.training.Certificate;

/** The certificates: each person has one of a course at most, and erasing the person takes it away. */
@Repository
public class Certificates {
    /** A certificate that was withdrawn, and whose it was. */
    public record Owner(String address, String name, String course, boolean active) {}

    private static final String CERTIFICATES = "select * from certificate ";

    private final JdbcClient database;

    Certificates(JdbcClient database) {
        this.database = database;
    }

    /** For whoever knows the number. */
    public Optional<Certificate> find(String number) {
        return database.sql(CERTIFICATES + "where number = :number")
                .param("number", number)
                .query((row, n) -> certificate(row))
                .optional();
    }

    /** That of a person for a course. */
    public Optional<Certificate> of(long course, long person) {
        return database.sql(CERTIFICATES + "where course_id = :course and person_id = :person")
                .param("course", course)
                .param("person", person)
                .query((row, n) -> certificate(row))
                .optional();
    }

    /** Of a course, the newest first. */
    public List<Certificate> of(long course) {
        return database.sql(CERTIFICATES + "where course_id = :course order by issued_on desc, name, number")
                .param("course", course)
                .query((row, n) -> certificate(row))
                .list();
    }

    /** @return false when the person has, or had, one of this course */
    public boolean issue(String number, long course, long person, LocalDate on) {
        return database.sql("""
                        insert into certificate (number, course_id, person_id, name, course, issued_on)
                        select :number, c.id, p.id, p.name, c.title, :on from course c, person p
                        where c.id = :course and p.id = :person on conflict (course_id, person_id) do nothing
                        """)
                        .param("number", number)
                        .param("course", course)
                        .param("person", person)
                        .param("on", on)
                        .update()
                == 1;
    }

    /** @return whose it was; empty when there is none of this course that counts */
    public Optional<Owner> withdraw(String number, long course, String reason) {
        return database.sql("""
                        update certificate x set withdrawn = true, reason = :reason from person p
                        where x.number = :number and x.course_id = :course and not x.withdrawn and p.id = x.person_id
                        returning p.email, p.name, x.course, p.state
                        """)
                .param("number", number)
                .param("course", course)
                .param("reason", reason)
                .query((row, n) -> new Owner(
                        row.getString("email"),
                        row.getString("name"),
                        row.getString("course"),
                        "ACTIVE".equals(row.getString("state"))))
                .optional();
    }

    private static Certificate certificate(ResultSet row) throws SQLException {
        return new Certificate(
                row.getString("number"),
                row.getString("name"),
                row.getString("course"),
                row.getObject("issued_on", LocalDate.class),
                row.getBoolean("withdrawn"));
    }
}
