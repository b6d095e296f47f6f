package support.licence.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import support.catalog.Hosting;
import support.database.Columns;
import support.licence.Licence;
import support.people.Viewer;

/** The licences that the Marketplace reports. */
@Repository
public class Licences {
    private static final String COLUMNS = """
            l.id, coalesce(l.entitlement_number, l.sen, l.key) as number, l.app_key, l.hosting, l.kind, l.status, l.tier,
            l.starts_on, l.ends_on, l.company""";

    /** Those on which the person is a contact, and those of their organisation: by its mail domains, or as an admin said. */
    private static final String OWN = """
            select id from licence where lower(technical_contact) = lower(:email)
            union select id from licence where lower(billing_contact) = lower(:email)
            union select c.id from mail_domain d
                  join licence c on lower(split_part(c.technical_contact, '@', 2)) = d.domain
                  where d.organisation_id = :organisation
            union select c.id from mail_domain d
                  join licence c on lower(split_part(c.billing_contact, '@', 2)) = d.domain
                  where d.organisation_id = :organisation
            union select licence_id from licence_organisation where organisation_id = :organisation""";

    /** More than anybody chooses from. */
    private static final int MOST = 200;

    private final JdbcClient database;

    Licences(JdbcClient database) {
        this.database = database;
    }

    /** Those of a person and their organisation, at most 200; those that end last first. */
    public List<Licence> own(Viewer person) {
        return database.sql("select " + COLUMNS + " from licence l where l.id in (" + OWN + ")"
                        + " order by l.ends_on desc nulls first, l.id limit " + MOST)
                .param("email", person.email())
                .param("organisation", person.organisation())
                .query((row, n) -> licence(row))
                .list();
    }

    /** By what somebody typed: an entitlement number or a SEN, the one that ends last where several have it. */
    public Optional<Licence> find(String number) {
        return database.sql("select " + COLUMNS + " from licence l where l.entitlement_number = :number"
                        + " or l.sen = :number order by l.ends_on desc nulls first, l.id limit 1")
                .param("number", number.strip().toUpperCase(Locale.ROOT))
                .query((row, n) -> licence(row))
                .optional();
    }

    /** Whether any licence of the app is known: without one nobody can tell who has none. */
    public boolean knows(String appKey) {
        return database.sql("select exists (select from licence where app_key = :app)")
                .param("app", appKey)
                .query(Boolean.class)
                .single();
    }

    private static Licence licence(ResultSet row) throws SQLException {
        return new Licence(
                row.getLong("id"),
                row.getString("number"),
                row.getString("app_key"),
                Columns.constant(row, "hosting", Hosting.class),
                Columns.constant(row, "kind", Licence.Kind.class),
                Columns.constant(row, "status", Licence.Status.class),
                row.getString("tier"),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                row.getString("company"));
    }
}
