package support.people.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import support.database.Columns;
import support.people.PartnerKind;
import support.people.PersonState;
import support.people.Role;
import support.people.Viewer;

/** Who is who at this moment: what follows from a role or a partnership ends with it, on every instance at once. */
@Repository
public class People {
    /**
     * What a person signs in with.
     *
     * @param email as the desk knows it, which may be written otherwise than what was looked for: letters go here
     * @param password encoded; null for somebody who signs in by other ways
     */
    public record Credentials(
            long person, String email, @Nullable String password, PersonState state, Role role, String name) {}

    /**
     * Who a session belongs to.
     *
     * @param needsTwo the person has to show two factors, or one that counts for two
     * @param hasCodeApp an app of the person's shows codes
     * @param hasPasskey a device of the person's holds a passkey
     * @param singleKeys a letter alone does something on the desk's pages
     * @param undoesSends a reply waits a moment, in which it can be taken back; null where the person has not said
     */
    public record Known(
            Viewer viewer,
            boolean needsTwo,
            boolean hasCodeApp,
            boolean hasPasskey,
            boolean singleKeys,
            @Nullable Boolean undoesSends) {
        /** Has to show two factors, and has nothing yet to show as the second. */
        public boolean lacksSecondFactor() {
            return needsTwo && !hasCodeApp && !hasPasskey;
        }
    }

    /** Somebody to write to. */
    public record Reader(String address, String name, boolean staff) {}

    /** Somebody of the same side: of the desk, or of one's organisation. */
    public record Colleague(long id, String name) {}

    private static final String VIEWER = """
            select p.id, p.name, p.email, p.role, p.organisation_id, p.manages, p.zone, p.language,
                   coalesce(o.shares_tickets, false) as shares, a.kind as partner,
                   p.demo, p.single_keys, p.undo_sends, exists (select from code_app c where c.person_id = p.id and c.confirmed_at is not null) as code_app,
                   exists (select from passkey k where k.person_id = p.id) as passkey
            from person p left join organisation o on o.id = p.organisation_id
            left join active_partners(:at) a on a.organisation_id = o.id
            where p.id = :id and p.state = 'ACTIVE'
            """;

    private final JdbcClient database;
    private final Clock clock;

    People(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The people of a demo desk share a password that everybody knows: a second factor would protect nothing. */
    public Optional<Known> known(long id) {
        return database.sql(VIEWER)
                .param("id", id)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, n) -> {
                    Viewer viewer = viewer(row);
                    boolean codeApp = row.getBoolean("code_app");
                    boolean needsTwo = codeApp || viewer.staff() && !row.getBoolean("demo");
                    return new Known(
                            viewer,
                            needsTwo,
                            codeApp,
                            row.getBoolean("passkey"),
                            row.getBoolean("single_keys"),
                            row.getObject("undo_sends", Boolean.class));
                })
                .optional();
    }

    public Optional<Viewer> viewer(long id) {
        return database.sql(VIEWER)
                .param("id", id)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, n) -> viewer(row))
                .optional();
    }

    /** By mail address, in whatever case it is written; also of those who may not sign in now. */
    public Optional<Credentials> credentials(String email) {
        return database.sql(
                        "select id, email, password, state, role, name from person where lower(email) = lower(:email)")
                .param("email", email)
                .query((row, n) -> new Credentials(
                        row.getLong("id"),
                        row.getString("email"),
                        row.getString("password"),
                        Columns.constant(row, "state", PersonState.class),
                        Columns.constant(row, "role", Role.class),
                        row.getString("name")))
                .optional();
    }

    /** How many can look after the desk. */
    public int admins() {
        return database.sql("select count(*) from person where role = 'ADMIN' and state = 'ACTIVE'")
                .query(Integer.class)
                .single();
    }

    /** Whether accounts are there whose password everybody knows. */
    public boolean hasDemo() {
        return database.sql("select exists (select from person where demo and state = 'ACTIVE')")
                .query(Boolean.class)
                .single();
    }

    /** How many people of the desk have not set up a second factor yet, and cannot get in, therefore. */
    public int deskPeopleWithOneFactor() {
        return database.sql("""
                        select count(*) from person p
                        where p.role <> 'CUSTOMER' and p.state = 'ACTIVE' and not p.demo
                          and not exists (select from code_app c where c.person_id = p.id and c.confirmed_at is not null)
                          and not exists (select from passkey k where k.person_id = p.id)
                        """).query(Integer.class).single();
    }

    /** Whoever may say that somebody belongs to an organisation: those who manage it, and the admins of the desk. */
    public List<Reader> approvers(long organisation) {
        return database.sql("""
                        select email, name, organisation_id is null as staff from person
                        where state = 'ACTIVE' and (manages and organisation_id = :organisation or role = 'ADMIN') order by id
                        """)
                .param("organisation", organisation)
                .query((row, n) -> new Reader(row.getString("email"), row.getString("name"), row.getBoolean("staff")))
                .list();
    }

    /** Those who look after an organisation, and can sign in. */
    public List<Reader> managers(long organisation) {
        return database.sql("""
                        select email, name from person
                        where state = 'ACTIVE' and manages and organisation_id = :organisation order by id
                        """)
                .param("organisation", organisation)
                .query((row, n) -> new Reader(row.getString("email"), row.getString("name"), false))
                .list();
    }

    /** Those who say what the desk promises. */
    public List<Reader> leads() {
        return database.sql(
                        "select email, name from person where role in ('LEAD', 'ADMIN') and state = 'ACTIVE' order by id")
                .query((row, n) -> new Reader(row.getString("email"), row.getString("name"), true))
                .list();
    }

    /** Those who answer customers, by name. */
    public List<Colleague> desk() {
        return database.sql(
                        "select id, name from person where role in ('AGENT', 'LEAD', 'ADMIN') and state = 'ACTIVE' order by name, id")
                .query((row, n) -> new Colleague(row.getLong("id"), row.getString("name")))
                .list();
    }

    /** Everybody of the desk who can sign in, also those who write notes only; by name. */
    public List<Colleague> staff() {
        return database.sql(
                        "select id, name from person where role <> 'CUSTOMER' and state = 'ACTIVE' order by lower(name), id")
                .query((row, n) -> new Colleague(row.getLong("id"), row.getString("name")))
                .list();
    }

    /** The others of the person's organisation who can sign in, by name. */
    public List<Colleague> colleagues(Viewer viewer) {
        return database.sql("""
                        select id, name from person
                        where organisation_id = :organisation and state = 'ACTIVE' and id <> :viewer order by lower(name), id
                        """)
                .param("organisation", viewer.organisation())
                .param("viewer", viewer.id())
                .query((row, n) -> new Colleague(row.getLong("id"), row.getString("name")))
                .list();
    }

    /** Whether this is one of those who answer customers; never somebody who cannot sign in. */
    public boolean answers(long id) {
        return viewer(id).filter(person -> person.role().answers()).isPresent();
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
                Columns.constantOrNull(row, "partner", PartnerKind.class),
                ZoneId.of(row.getString("zone")),
                Locale.forLanguageTag(row.getString("language")));
    }
}
