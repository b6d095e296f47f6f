package support.people.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import support.database.Columns;
import support.people.Role;
import support.people.Viewer;

/** People who may sign in; a person who was deactivated is not found. */
@Repository
public class People {
    /** @param password encoded */
    public record Credentials(long person, String password) {}

    /** A person of the desk to whom a ticket can be given. */
    public record Colleague(long id, String name) {}

    private static final String VIEWER = """
            select p.id, p.name, p.email, p.role, p.organisation_id, p.manages, p.zone, p.language,
                   coalesce(o.shares_tickets, false) as shares, coalesce(o.partner_active, false) as partner
            from person p left join organisation o on o.id = p.organisation_id
            where p.id = :id and p.state = 'ACTIVE'
            """;

    private final JdbcClient database;

    People(JdbcClient database) {
        this.database = database;
    }

    public Optional<Viewer> viewer(long id) {
        return database.sql(VIEWER)
                .param("id", id)
                .query((row, n) -> viewer(row))
                .optional();
    }

    /** By mail address, in whatever case it is written. */
    public Optional<Credentials> credentials(String email) {
        return database.sql("select id, password from person where lower(email) = lower(:email) and state = 'ACTIVE'")
                .param("email", email)
                .query((row, n) -> new Credentials(row.getLong("id"), row.getString("password")))
                .optional();
    }

    /** Those who answer customers, by name. */
    public List<Colleague> desk() {
        return database.sql(
                        "select id, name from person where role in ('AGENT', 'LEAD', 'ADMIN') and state = 'ACTIVE' order by name, id")
                .query((row, n) -> new Colleague(row.getLong("id"), row.getString("name")))
                .list();
    }

    private static Viewer viewer(ResultSet row) throws SQLException {
        return new Viewer(
                row.getLong("id"),
                row.getString("name"),
                row.getString("email"),
                Columns.constant(row, "role", Role.class),
                Columns.numberOrNull(row, "organisation_id"),
                row.getBoolean("manages"),
                row.getBoolean("shares"),
                row.getBoolean("partner"),
                ZoneId.of(row.getString("zone")),
                Locale.forLanguageTag(row.getString("language")));
    }
}
