package support.access.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import support.access.LinkPurpose;
import support.access.Secret;
import support.database.Columns;
import support.people.Role;

/** Links that were sent by letter: each works once, for its time, and only the newest of its kind for an address. */
@Repository
public class Links {
    /**
     * What a link is for.
     *
     * @param person null when nobody has the address yet
     * @param organisation that the invited person will belong to, or the partner that asks for consent; null for the desk,
     *     or when it is not known
     * @param needsApproval whoever follows it waits for approval, since the inviter cannot give it
     */
    public record Link(
            LinkPurpose purpose,
            @Nullable Long person,
            String address,
            String name,
            @Nullable Long organisation,
            @Nullable Role role,
            boolean manages,
            @Nullable Long invitedBy,
            boolean needsApproval) {

        public static Link to(LinkPurpose purpose, @Nullable Long person, String address) {
            return new Link(purpose, person, address, "", null, null, false, null, false);
        }
    }

    private final JdbcClient database;

    Links(JdbcClient database) {
        this.database = database;
    }

    /** Older links of the same purpose for the same address stop working; not those by which others invite. */
    public Secret make(Link link, Instant now) {
        forget(link.address(), link.purpose(), link.organisation());
        Secret secret = Secret.random();
        database.sql("""
                        insert into link (sha256, purpose, person_id, address, name, organisation_id, role, manages,
                                          invited_by, needs_approval, made_at, expires_at)
                        values (:sha256, :purpose, :person, :address, :name, :organisation, :role, :manages,
                                :invitedBy, :needsApproval, :madeAt, :expiresAt)
                        """)
                .param("sha256", secret.sha256())
                .param("purpose", link.purpose().name())
                .param("person", link.person())
                .param("address", link.address())
                .param("name", link.name())
                .param("organisation", link.organisation())
                .param("role", link.role() == null ? null : link.role().name())
                .param("manages", link.manages())
                .param("invitedBy", link.invitedBy())
                .param("needsApproval", link.needsApproval())
                .param("madeAt", now.atOffset(ZoneOffset.UTC))
                .param("expiresAt", now.plus(link.purpose().lifetime()).atOffset(ZoneOffset.UTC))
                .update();
        return secret;
    }

    /** Looks without using the link up: programs that read letters before people do open every link in them. */
    public Optional<Link> look(Secret secret, LinkPurpose purpose, Instant now) {
        return find(
                "select * from link where sha256 = :sha256 and purpose = :purpose and expires_at > :now",
                secret,
                purpose,
                now);
    }

    /** Uses the link up. Of two who try at once, one gets it. */
    public Optional<Link> take(Secret secret, LinkPurpose purpose, Instant now) {
        return find(
                "delete from link where sha256 = :sha256 and purpose = :purpose and expires_at > :now returning *",
                secret,
                purpose,
                now);
    }

    /** Those of a purpose for an address stop working, as far as they are of the same organisation. */
    public void forget(String address, LinkPurpose purpose, @Nullable Long organisation) {
        database.sql("""
                        delete from link where lower(address) = lower(:address) and purpose = :purpose
                          and organisation_id is not distinct from cast(:organisation as bigint)
                        """)
                .param("address", address)
                .param("purpose", purpose.name())
                .param("organisation", organisation)
                .update();
    }

    /** After a change of address, password or access nothing that was sent before works any more. */
    public void forgetAllOf(long person) {
        database.sql(
                        "delete from link where person_id = :person or lower(address) = (select lower(email) from person where id = :person)")
                .param("person", person)
                .update();
    }

    private Optional<Link> find(String sql, Secret secret, LinkPurpose purpose, Instant now) {
        return database.sql(sql)
                .param("sha256", secret.sha256())
                .param("purpose", purpose.name())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> link(row))
                .optional();
    }

    private static Link link(ResultSet row) throws SQLException {
        return new Link(
                Columns.constant(row, "purpose", LinkPurpose.class),
                Columns.numberOrNull(row, "person_id"),
                row.getString("address"),
                row.getString("name"),
                Columns.numberOrNull(row, "organisation_id"),
                row.getString("role") == null ? null : Columns.constant(row, "role", Role.class),
                row.getBoolean("manages"),
                Columns.numberOrNull(row, "invited_by"),
                row.getBoolean("needs_approval"));
    }
}
