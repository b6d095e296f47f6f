package support.access.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import support.database.Columns;
import support.people.Role;

/** The invitations that nobody has followed yet: they are links, seen by those who may send them. */
@Repository
public class Invitations {
    /**
     * An invitation that works still.
     *
     * @param role on the desk; null for people of an organisation
     * @param invitedBy the name of the inviter; null when there is none any more
     */
    public record Open(
            String address,
            @Nullable Role role,
            boolean manages,
            @Nullable String invitedBy,
            boolean needsApproval,
            Instant expiresAt) {}

    private static final String OF =
            "purpose = 'INVITATION'" + " and organisation_id is not distinct from cast(:organisation as bigint)";

    private final JdbcClient database;

    Invitations(JdbcClient database) {
        this.database = database;
    }

    /**
     * The newest first.
     *
     * @param organisation null for the desk
     */
    public List<Open> open(@Nullable Long organisation, Instant now) {
        return database.sql("""
                        select l.address, l.role, l.manages, l.needs_approval, l.expires_at, p.name as inviter
                        from link l left join person p on p.id = l.invited_by
                        where l.expires_at > :now and l.purpose = 'INVITATION'
                          and l.organisation_id is not distinct from cast(:organisation as bigint)
                        order by l.made_at desc, l.address
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("organisation", organisation)
                .query((row, n) -> open(row))
                .list();
    }

    /** @return false when there is no such invitation */
    public boolean withdraw(@Nullable Long organisation, String address) {
        return database.sql("""
                        delete from link where purpose = 'INVITATION' and lower(address) = lower(:address)
                          and organisation_id is not distinct from cast(:organisation as bigint)
                        """)
                        .param("organisation", organisation)
                        .param("address", address)
                        .update()
                > 0;
    }

    /** Those of a person who may not let anybody in any more. */
    public void withdrawAllBy(long person) {
        database.sql("delete from link where purpose = 'INVITATION' and invited_by = :person")
                .param("person", person)
                .update();
    }

    /** Those of a person who manages no more are as good as those of any member. */
    public void weakenAllBy(long person) {
        database.sql("update link set manages = false, needs_approval = true"
                        + " where purpose = 'INVITATION' and invited_by = :person")
                .param("person", person)
                .update();
    }

    private static Open open(ResultSet row) throws SQLException {
        return new Open(
                row.getString("address"),
                Columns.constantOrNull(row, "role", Role.class),
                row.getBoolean("manages"),
                row.getString("inviter"),
                row.getBoolean("needs_approval"),
                Columns.instant(row, "expires_at"));
    }
}
