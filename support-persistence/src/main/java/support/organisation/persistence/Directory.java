package support.organisation.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import support.database.Columns;
import support.people.PersonState;
import support.people.Role;

/** Everybody whom the desk knows, as managers and admins see them. */
@Repository
public class Directory {
    /**
     * One person.
     *
     * @param organisation null for people of the desk
     * @param signedInAt last; null for somebody who has never been in
     * @param hasSecondFactor an app shows codes, or a device holds a passkey
     */
    public record Person(
            long id,
            String name,
            String email,
            Role role,
            PersonState state,
            boolean manages,
            @Nullable Long organisation,
            @Nullable String organisationName,
            Instant createdAt,
            @Nullable Instant signedInAt,
            boolean hasSecondFactor) {

        public boolean isActive() {
            return state == PersonState.ACTIVE;
        }

        public boolean isWaiting() {
            return state == PersonState.AWAITING_APPROVAL;
        }
    }

    /** Which people a list shows: null means any, but those who were erased are shown only when they are asked for. */
    public record Filter(
            String search, @Nullable Role role, @Nullable PersonState state) {}

    private static final String PEOPLE = """
            select p.*, o.name as organisation_name,
                   exists (select from code_app c where c.person_id = p.id and c.confirmed_at is not null)
                       or exists (select from passkey k where k.person_id = p.id) as second_factor
            from person p left join organisation o on o.id = p.organisation_id
            """;
    private static final String FILTERED = PEOPLE + """
            where (p.name ilike :search or p.email ilike :search or o.name ilike :search)
              and (cast(:role as text) is null or p.role = :role)
              and (p.state = :state or cast(:state as text) is null and p.state <> 'ERASED')
              and (cast(:after as bigint) is null
                   or (lower(p.name), p.id) > (select lower(a.name), a.id from person a where a.id = :after))
            order by lower(p.name), p.id limit :limit
            """;
    /** Those who wait first, those who are out last. */
    private static final String OF_ORGANISATION = PEOPLE + """
            where p.organisation_id = :organisation and p.state <> 'ERASED'
            order by case p.state when 'AWAITING_APPROVAL' then 0 when 'ACTIVE' then 1 else 2 end, lower(p.name), p.id
            """;

    private final JdbcClient database;

    Directory(JdbcClient database) {
        this.database = database;
    }

    public Optional<Person> find(long id) {
        return database.sql(PEOPLE + "where p.id = :id and p.state <> 'ERASED'")
                .param("id", id)
                .query((row, n) -> person(row))
                .optional();
    }

    /** By address, in whatever case it is written. */
    public Optional<Person> find(String address) {
        return database.sql(PEOPLE + "where lower(p.email) = lower(:address)")
                .param("address", address)
                .query((row, n) -> person(row))
                .optional();
    }

    /**
     * By name.
     *
     * @param after the last person of the page before; null for the first page
     */
    public List<Person> page(Filter filter, @Nullable Long after, int limit) {
        return database.sql(FILTERED)
                .param("search", Search.containing(filter.search()))
                .param("role", filter.role() == null ? null : filter.role().name())
                .param("state", filter.state() == null ? null : filter.state().name())
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> person(row))
                .list();
    }

    public List<Person> ofOrganisation(long organisation) {
        return database.sql(OF_ORGANISATION)
                .param("organisation", organisation)
                .query((row, n) -> person(row))
                .list();
    }

    /** Those who manage the organisation and can sign in; nobody else changes who they are until the transaction ends. */
    public List<Long> managersLocked(long organisation) {
        return database.sql("""
                        select id from person where organisation_id = :organisation and manages and state = 'ACTIVE'
                        order by id for update
                        """)
                .param("organisation", organisation)
                .query((row, n) -> row.getLong("id"))
                .list();
    }

    /** The admins who can sign in; nobody else changes who they are until the transaction ends. */
    public List<Long> adminsLocked() {
        return database.sql("select id from person where role = 'ADMIN' and state = 'ACTIVE' order by id for update")
                .query((row, n) -> row.getLong("id"))
                .list();
    }

    private static Person person(ResultSet row) throws SQLException {
        return new Person(
                row.getLong("id"),
                row.getString("name"),
                row.getString("email"),
                Columns.constant(row, "role", Role.class),
                Columns.constant(row, "state", PersonState.class),
                row.getBoolean("manages"),
                Columns.numberOrNull(row, "organisation_id"),
                row.getString("organisation_name"),
                Columns.instant(row, "created_at"),
                Columns.instantOrNull(row, "signed_in_at"),
                row.getBoolean("second_factor"));
    }
}
