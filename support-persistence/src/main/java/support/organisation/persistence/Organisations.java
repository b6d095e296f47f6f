package support.organisation.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import support.database.Columns;
import support.people.MailDomain;
import support.people.PartnerKind;

/** Companies whose people the desk helps. */
@Repository
public class Organisations {
    /**
     * @param sharesTickets each of its people sees the tickets of all
     * @param partnerKind as what it is a partner of the vendor at this moment; null when it is none
     */
    public record Organisation(
            long id,
            String name,
            boolean sharesTickets,
            @Nullable PartnerKind partnerKind) {

        /** It is a partner of the vendor at this moment. */
        public boolean activePartner() {
            return partnerKind != null;
        }

        /** Those of a partner always do. */
        public boolean seeAll() {
            return sharesTickets || activePartner();
        }
    }

    /** A line of the list. */
    public record Line(Organisation organisation, int people) {}

    /** @param needsApproval whoever registers with such an address waits for approval */
    public record Domain(String name, boolean needsApproval) {}

    private static final String LINES = """
            select o.*, a.kind as partner_kind,
                   (select count(*) from person p where p.organisation_id = o.id and p.state = 'ACTIVE') as people
            from organisation o left join active_partners(:at) a on a.organisation_id = o.id
            where o.name ilike :search
              and (cast(:after as bigint) is null
                   or (lower(o.name), o.id) > (select lower(a.name), a.id from organisation a where a.id = :after))
            order by lower(o.name), o.id limit :limit
            """;

    private final JdbcClient database;
    private final Clock clock;

    Organisations(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public Optional<Organisation> find(long id) {
        return database.sql("select o.*, a.kind as partner_kind from organisation o"
                        + " left join active_partners(:at) a on a.organisation_id = o.id where o.id = :id")
                .param("id", id)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, n) -> organisation(row))
                .optional();
    }

    /**
     * By name.
     *
     * @param after the last organisation of the page before; null for the first page
     */
    public List<Line> page(String search, @Nullable Long after, int limit) {
        return database.sql(LINES)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("search", Search.containing(search))
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> new Line(organisation(row), row.getInt("people")))
                .list();
    }

    public void setSharing(long id, boolean sharesTickets) {
        database.sql("update organisation set shares_tickets = :shares where id = :id")
                .param("shares", sharesTickets)
                .param("id", id)
                .update();
    }

    public List<Domain> domains(long id) {
        return database.sql(
                        "select domain, needs_approval from mail_domain where organisation_id = :id order by domain")
                .param("id", id)
                .query((row, n) -> new Domain(row.getString("domain"), row.getBoolean("needs_approval")))
                .list();
    }

    /** @return false when the domain is mapped already, here or elsewhere */
    public boolean map(MailDomain domain, long id, boolean needsApproval) {
        return database.sql("""
                        insert into mail_domain (domain, organisation_id, needs_approval)
                        values (:domain, :id, :needsApproval) on conflict do nothing
                        """)
                        .param("domain", domain.text())
                        .param("id", id)
                        .param("needsApproval", needsApproval)
                        .update()
                == 1;
    }

    /** @return false when the domain is not one of this organisation */
    public boolean unmap(String domain, long id) {
        return database.sql("delete from mail_domain where domain = :domain and organisation_id = :id")
                        .param("domain", domain)
                        .param("id", id)
                        .update()
                == 1;
    }

    private static Organisation organisation(ResultSet row) throws SQLException {
        return new Organisation(
                row.getLong("id"),
                row.getString("name"),
                row.getBoolean("shares_tickets"),
                Columns.constantOrNull(row, "partner_kind", PartnerKind.class));
    }
}
