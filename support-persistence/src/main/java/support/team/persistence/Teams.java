package support.team.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import support.team.Absence;
import support.team.Agent;
import support.team.Team;

/** Who answers customers, which apps they know, and when they are away. */
@Repository
public class Teams {
    private static final String AGENTS = """
            select p.id, p.name, coalesce(m.given, p.role = 'AGENT') as given,
                   array(select k.app_id from team_skill k where k.person_id = p.id) as apps,
                   (select max(a.last_day) from absence a
                    where a.person_id = p.id and a.first_day <= :day and a.last_day >= :day) as away
            from person p left join team_member m on m.person_id = p.id
            where p.role in ('AGENT', 'LEAD', 'ADMIN') and p.state = 'ACTIVE' order by p.name, p.id
            """;

    private final JdbcClient database;

    Teams(JdbcClient database) {
        this.database = database;
    }

    /** Those who answer customers and can sign in, by name, as they are on a day of the desk's zone. */
    public Team on(LocalDate day) {
        return new Team(database.sql(AGENTS)
                .param("day", day)
                .query((row, n) -> agent(row))
                .list());
    }

    public boolean isAway(long person, LocalDate day) {
        return database.sql("""
                        select exists (select from absence
                            where person_id = :person and first_day <= :day and last_day >= :day)
                        """)
                .param("person", person)
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    private static Agent agent(ResultSet row) throws SQLException {
        return new Agent(
                row.getLong("id"),
                row.getString("name"),
                Set.of((Long[]) row.getArray("apps").getArray()),
                row.getBoolean("given"),
                row.getObject("away", LocalDate.class));
    }

    /**
     * Says what somebody knows, and whether they are given what waits.
     *
     * @param apps none: all
     */
    public void set(long person, Set<Long> apps, boolean given) {
        database.sql("""
                        insert into team_member (person_id, given) values (:person, :given)
                        on conflict (person_id) do update set given = excluded.given
                        """).param("person", person).param("given", given).update();
        database.sql("delete from team_skill where person_id = :person")
                .param("person", person)
                .update();
        database.sql("insert into team_skill select :person, a.id from app a where a.id = any (:apps)")
                .param("person", person)
                .param("apps", apps.toArray(Long[]::new))
                .update();
    }

    /** Those that are not over on a day, the next first. */
    public List<Absence> absences(long person, LocalDate day) {
        return database.sql("""
                        select id, first_day, last_day from absence
                        where person_id = :person and last_day >= :day order by first_day, id
                        """)
                .param("person", person)
                .param("day", day)
                .query((row, n) -> new Absence(
                        row.getLong("id"),
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class)))
                .list();
    }

    /** What is there already is not added again. */
    public void add(long person, Absence absence) {
        database.sql("""
                        insert into absence (person_id, first_day, last_day) select :person, :first, :last
                        where not exists (select from absence
                            where person_id = :person and first_day = :first and last_day = :last)
                        """)
                .param("person", person)
                .param("first", absence.first())
                .param("last", absence.last())
                .update();
    }

    public void removeAbsence(long person, long absence) {
        database.sql("delete from absence where id = :absence and person_id = :person")
                .param("absence", absence)
                .param("person", person)
                .update();
    }
}
