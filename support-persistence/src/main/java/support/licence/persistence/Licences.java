package support.licence.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import support.catalog.Hosting;
import support.database.Columns;
import support.licence.Licence;
import support.licence.Licensee;

/** The licences that the Marketplace reports. */
@Repository
public class Licences {
    private static final String COLUMNS = """
            l.id, coalesce(l.entitlement_number, l.sen, l.key) as number, l.app_key, l.hosting, l.kind, l.status, l.tier,
            l.starts_on, l.ends_on, l.company""";

    private static final String ORGANISATIONS = """
            , (select string_agg(o.name, ', ' order by o.name) from licence_organisation lo
               join organisation o on o.id = lo.organisation_id where lo.licence_id = l.id) as organisations
            """;

    /** @param organisations whose it is because an admin said so; null when nobody did */
    public record Line(Licence licence, @Nullable String organisations) {}

    /**
     * As an array: right after a large import PostgreSQL knows nothing of the table yet, and would else read all of it.
     * Those on which the person is a contact, and those of their organisation: by its mail domains, or as an admin said.
     */
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

    /** Those of an address and an organisation, at most 200; those that end last first. */
    public List<Licence> own(Licensee whose) {
        if (whose.isUnknown()) {
            return List.of();
        }
        return database.sql("select " + COLUMNS + " from licence l where l.id = any (array(" + OWN + "))"
                        + " order by l.ends_on desc nulls first, l.id limit " + MOST)
                .param("email", whose.email())
                .param("organisation", whose.organisation())
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

    /**
     * All of them, for admins: by what stands in their number, company or app.
     *
     * @param after the last licence of the page before; 0 for the first page
     */
    public List<Line> page(String search, long after, int limit) {
        return database.sql("select " + COLUMNS + ORGANISATIONS + """
                         from licence l
                        where l.id > :after and (:search = '' or l.sen = upper(:search) or l.entitlement_number = upper(:search)
                           or l.app_key = :search or l.company ilike :containing)
                        order by l.id limit :limit
                        """)
                .param("after", after)
                .param("search", search)
                .param("containing", "%" + search.replaceAll("([%_\\\\])", "\\\\$1") + "%")
                .param("limit", limit)
                .query((row, n) -> new Line(licence(row), row.getString("organisations")))
                .list();
    }

    public Optional<Line> line(long licence) {
        return database.sql("select " + COLUMNS + ORGANISATIONS + " from licence l where l.id = :id")
                .param("id", licence)
                .query((row, n) -> new Line(licence(row), row.getString("organisations")))
                .optional();
    }

    /** All that the report says of it, by the names of its columns; what is empty is left out. */
    public List<Map.Entry<String, String>> columns(long licence) {
        return database.sql("select line.key, line.value from licence l, jsonb_each_text(l.report) line"
                        + " where l.id = :id and line.value <> '' order by line.key")
                .param("id", licence)
                .query((row, n) -> Map.entry(row.getString("key"), row.getString("value")))
                .list();
    }

    public long count() {
        return database.sql("select count(*) from licence").query(Long.class).single();
    }

    public boolean exists(long licence) {
        return database.sql("select exists (select from licence where id = :id)")
                .param("id", licence)
                .query(Boolean.class)
                .single();
    }

    /** Takes back whose it is: it belongs to whom its addresses say. */
    public void release(long licence) {
        database.sql("delete from licence_organisation where licence_id = :licence")
                .param("licence", licence)
                .update();
    }

    /** @return false when there is no such licence or organisation, or it had it already */
    public boolean assign(long licence, long organisation) {
        return database.sql("""
                        insert into licence_organisation (licence_id, organisation_id)
                        select l.id, o.id from licence l, organisation o where l.id = :licence and o.id = :organisation
                        on conflict do nothing
                        """)
                        .param("licence", licence)
                        .param("organisation", organisation)
                        .update()
                == 1;
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
