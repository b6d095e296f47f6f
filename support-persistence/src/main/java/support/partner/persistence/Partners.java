package support.partner.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import support.database.Columns;
import support.partner.Partner;
import support.partner.PartnerEvent;
import support.partner.Standing;
import support.partner.Validity;
import support.people.PartnerKind;

/**
 * Partners of the vendor. Whether an organisation is an active partner at an instant is said in one place, the function
 * {@code active_partners} of the database, which every query joins that has to know it.
 */
@Repository
public class Partners {
    /**
     * A partner in a list.
     *
     * @param active it is one at this moment, with all that partners may do
     * @param owner the name of who looks after it at the desk; null for nobody
     */
    public record Line(
            Partner partner,
            String name,
            boolean active,
            @Nullable String owner) {}

    /**
     * What happened to a partner once, with what was so after it.
     *
     * @param actor null for the desk itself, or somebody who has gone
     */
    public record Entry(
            Instant at,
            @Nullable String actor,
            Standing.Step step,
            String words,
            PartnerKind kind,
            @Nullable Validity validity,
            @Nullable String owner) {}

    private static final String LINES = """
            select p.*, o.name, a.kind is not null as active, w.name as owner
            from partner p join organisation o on o.id = p.organisation_id
            left join active_partners(:at) a on a.organisation_id = p.organisation_id
            left join person w on w.id = p.owner_id
            """;

    private final JdbcClient database;

    Partners(JdbcClient database) {
        this.database = database;
    }

    /** Empty for an organisation that never was a partner, and never applied. */
    public Optional<Line> find(long organisation, Instant at) {
        return database.sql(LINES + "where p.organisation_id = :organisation")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("organisation", organisation)
                .query((row, n) -> line(row))
                .optional();
    }

    /**
     * As {@link #find}, and until the transaction ends nobody else changes it, or makes one of the organisation.
     *
     * @return empty also when there is no such organisation
     */
    public Optional<Partner> findLocked(long organisation) {
        database.sql("select id from organisation where id = :organisation for no key update")
                .param("organisation", organisation)
                .query(Long.class)
                .optional();
        return database.sql("select * from partner where organisation_id = :organisation")
                .param("organisation", organisation)
                .query((row, n) -> partner(row))
                .optional();
    }

    /**
     * Those who wait for an answer first, then by name.
     *
     * @param standing only those who stand so at the instant: whose last day is over has ended, whether or not a timer was
     *     there to say so; null for all
     */
    public List<Line> page(@Nullable Standing standing, Instant at, int offset, int limit) {
        return database.sql(LINES + """
                        where (cast(:standing as text) is null or :standing = case
                            when p.standing in ('ACTIVE', 'SUSPENDED') and p.last_day < (select desk_day(:at)) then 'ENDED'
                            else p.standing end)
                        order by p.standing <> 'APPLIED', lower(o.name), o.id limit :limit offset :offset
                        """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("standing", standing == null ? null : standing.name())
                .param("limit", limit)
                .param("offset", offset)
                .query((row, n) -> line(row))
                .list();
    }

    /** Keeps the partner as it is after something happened to it, and what happened. */
    public void keep(PartnerEvent event) {
        said("""
                insert into partner (organisation_id, kind, standing, first_day, last_day, owner_id, version)
                values (:organisation, :kind, :standing, :first, :last, :owner, :version)
                on conflict (organisation_id) do update set kind = excluded.kind, standing = excluded.standing,
                    first_day = excluded.first_day, last_day = excluded.last_day, owner_id = excluded.owner_id,
                    version = excluded.version
                """, event.after()).param("version", event.after().version()).update();
        said("""
                insert into partner_event (organisation_id, happened_at, actor_id, step, words, kind, standing,
                    first_day, last_day, owner_id)
                values (:organisation, :at, :actor, :step, :words, :kind, :standing, :first, :last, :owner)
                """, event.after())
                .param("at", event.at().atOffset(ZoneOffset.UTC))
                .param("actor", event.actor())
                .param("step", event.step().name())
                .param("words", event.words())
                .update();
    }

    private JdbcClient.StatementSpec said(String sql, Partner partner) {
        Validity validity = partner.validity();
        return database.sql(sql)
                .param("organisation", partner.organisation())
                .param("kind", partner.kind().name())
                .param("standing", partner.standing().name())
                .param("first", validity == null ? null : validity.first())
                .param("last", validity == null ? null : validity.last())
                .param("owner", partner.owner());
    }

    /** All that happened to it, the newest first. */
    public List<Entry> history(long organisation) {
        return database.sql("""
                        select e.*, a.name as actor, w.name as owner from partner_event e
                        left join person a on a.id = e.actor_id and a.state <> 'ERASED'
                        left join person w on w.id = e.owner_id and w.state <> 'ERASED'
                        where e.organisation_id = :organisation order by e.id desc
                        """)
                .param("organisation", organisation)
                .query((row, n) -> new Entry(
                        Columns.instant(row, "happened_at"),
                        row.getString("actor"),
                        Columns.constant(row, "step", Standing.Step.class),
                        row.getString("words"),
                        Columns.constant(row, "kind", PartnerKind.class),
                        validity(row),
                        row.getString("owner")))
                .list();
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(partner(row), row.getString("name"), row.getBoolean("active"), row.getString("owner"));
    }

    private static Partner partner(ResultSet row) throws SQLException {
        return new Partner(
                row.getLong("organisation_id"),
                Columns.constant(row, "kind", PartnerKind.class),
                Columns.constant(row, "standing", Standing.class),
                validity(row),
                Columns.numberOrNull(row, "owner_id"),
                row.getInt("version"));
    }

    private static @Nullable Validity validity(ResultSet row) throws SQLException {
        LocalDate first = row.getObject("first_day", LocalDate.class);
        return first == null ? null : new Validity(first, row.getObject("last_day", LocalDate.class));
    }
}
