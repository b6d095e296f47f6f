package support.training.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who sits where, and who waits. Whoever changes it holds the session; that no seat has two people the table says itself. Numbers are
 * given while the session is held, so they tell who came first; the clocks of several instances do not.
 */
@Repository
public class Seats {
    /** @param seat null for somebody who waits */
    public record Guest(
            long person,
            String name,
            String address,
            @Nullable String organisation,
            @Nullable Integer seat,
            boolean attended) {}

    private static final String GUESTS = """
            select x.person_id, p.name, p.email, o.name as organisation, x.seat, x.attended
            from course_seat x join person p on p.id = x.person_id left join organisation o on o.id = p.organisation_id
            where x.session_id = :session\s""";

    private static final String FREE = """
            (select min(n) from generate_series(1, (select seats from course_session where id = :session)) as s (n)
             where not exists (select from course_seat x where x.session_id = :session and x.seat = n))
            """;

    private final JdbcClient database;

    Seats(JdbcClient database) {
        this.database = database;
    }

    /** Those with a seat first, then those who wait, each in their order. */
    public List<Guest> of(long session) {
        return database.sql(GUESTS + "order by x.seat is null, x.seat, x.id")
                .param("session", session)
                .query((row, n) -> guest(row))
                .list();
    }

    public Optional<Guest> find(long session, long person) {
        return database.sql(GUESTS + "and x.person_id = :person")
                .param("session", session)
                .param("person", person)
                .query((row, n) -> guest(row))
                .optional();
    }

    /** The first free seat, or a place at the end of the line; one who is there already stays as they are. */
    public void take(long session, long person, Instant at) {
        database.sql("insert into course_seat (session_id, person_id, seat, asked_at) values (:session, :person, "
                        + FREE + ", :at) on conflict (session_id, person_id) do nothing")
                .param("session", session)
                .param("person", person)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** @return whether somebody was there */
    public boolean free(long session, long person) {
        return database.sql("delete from course_seat where session_id = :session and person_id = :person")
                        .param("session", session)
                        .param("person", person)
                        .update()
                == 1;
    }

    /** Gives a free seat to whoever of the partners of this moment has waited longest; empty when there is no seat, or nobody. */
    public Optional<Guest> moveUp(long session, Instant at) {
        return database.sql("update course_seat set seat = " + FREE + " where session_id = :session and " + FREE + """
                        is not null and person_id = (
                            select x.person_id from course_seat x join person p on p.id = x.person_id
                            join active_partners(:at) a on a.organisation_id = p.organisation_id
                            where x.session_id = :session and x.seat is null and p.state = 'ACTIVE'
                            order by x.id limit 1)
                        returning person_id
                        """)
                .param("session", session)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, n) -> row.getLong("person_id"))
                .optional()
                .flatMap(person -> find(session, person));
    }

    /** Who of those with a seat was there; all others were not. */
    public void attended(long session, Collection<Long> people) {
        database.sql("update course_seat set attended = person_id = any (:people)"
                        + " where session_id = :session and seat is not null")
                .param("session", session)
                .param("people", people.toArray(Long[]::new))
                .update();
    }

    /** The highest number of a seat that is taken; 0 when none is. */
    public int highest(long session) {
        return database.sql("select coalesce(max(seat), 0) from course_seat where session_id = :session")
                .param("session", session)
                .query(Integer.class)
                .single();
    }

    private static Guest guest(ResultSet row) throws SQLException {
        return new Guest(
                row.getLong("person_id"),
                row.getString("name"),
                row.getString("email"),
                row.getString("organisation"),
                seat(row),
                row.getBoolean("attended"));
    }

    private static @Nullable Integer seat(ResultSet row) throws SQLException {
        int seat = row.getInt("seat");
        return row.wasNull() ? null : seat;
    }
}
