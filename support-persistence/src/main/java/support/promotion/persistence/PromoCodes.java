package support.promotion.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import support.database.Columns;

/** The codes of the campaigns, for the desk. */
@Repository
public class PromoCodes {
    /** Where codes come from. */
    public enum Source {
        MARKETPLACE,
        DESK
    }

    public enum State {
        FREE,
        GIVEN,
        WITHDRAWN
    }

    /**
     * A code with what became of it.
     *
     * @param partner null for one that was never given, as are the three after it
     * @param reason why it was withdrawn; else empty
     */
    public record Line(
            long id,
            String code,
            State state,
            @Nullable String partner,
            @Nullable String person,
            @Nullable String customer,
            @Nullable Instant givenAt,
            String reason) {}

    /** What a partner did with a campaign. */
    public record Use(String partner, long held, long withdrawn, Instant last) {}

    /** A code that was withdrawn and had been given: whom to tell. */
    public record Withdrawn(String code, String customer, String address, String name) {}

    private static final String LINES = """
            select p.id, p.code, p.state, p.reason, h.customer, h.given_at, o.name as partner, w.name as person
            from promo_code p left join promo_handout h on h.code_id = p.id
            left join organisation o on o.id = h.organisation_id left join person w on w.id = h.person_id
            where p.campaign_id = :campaign\s""";

    private final JdbcClient database;

    PromoCodes(JdbcClient database) {
        this.database = database;
    }

    /**
     * Takes codes in, each in capitals.
     *
     * @return those that were not there before
     */
    public Set<String> add(long campaign, Collection<String> codes, Source source, Instant at) {
        return Set.copyOf(database.sql("""
                        insert into promo_code (campaign_id, code, source, added_at)
                        select :campaign, code, :source, :at from unnest(cast(:codes as text[])) with ordinality as t (code, n)
                        order by n on conflict do nothing returning code
                        """)
                .param("campaign", campaign)
                .param("source", source.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("codes", codes.toArray(String[]::new))
                .query((row, n) -> row.getString("code"))
                .list());
    }

    /**
     * Those that were given last first, then the free ones.
     *
     * @param code what somebody typed, in capitals; empty for all
     * @param typed the same as a code of the desk
     */
    public List<Line> page(long campaign, String code, String typed, int limit) {
        return database.sql(LINES + """
                        and (:code = '' or p.code = :code or p.source = 'DESK' and p.code = :typed)
                        order by h.given_at desc nulls last, p.state = 'WITHDRAWN', p.id limit :limit
                        """)
                .param("campaign", campaign)
                .param("code", code)
                .param("typed", typed)
                .param("limit", limit)
                .query((row, n) -> line(row))
                .list();
    }

    /** All of them, in the order in which they came. */
    public void forEach(long campaign, Consumer<Line> reader) {
        RowCallbackHandler each = row -> reader.accept(line(row));
        database.sql(LINES + "order by p.id").param("campaign", campaign).query(each);
    }

    /** By partner: the one that holds most first. */
    public List<Use> use(long campaign) {
        return database.sql("""
                        select o.name, count(*) filter (where p.state = 'GIVEN') as held,
                               count(*) filter (where p.state = 'WITHDRAWN') as withdrawn, max(h.given_at) as last
                        from promo_handout h join promo_code p on p.id = h.code_id join organisation o on o.id = h.organisation_id
                        where p.campaign_id = :campaign group by o.id, o.name order by held desc, o.name
                        """)
                .param("campaign", campaign)
                .query((row, n) -> new Use(
                        row.getString("name"),
                        row.getLong("held"),
                        row.getLong("withdrawn"),
                        Columns.instant(row, "last")))
                .list();
    }

    /**
     * Withdraws those of the campaign that are not withdrawn yet, and gives what was given back to the quotas.
     *
     * @return how many
     */
    public int withdraw(long campaign, Collection<Long> codes, String reason, Instant at) {
        Long[] ids = codes.toArray(Long[]::new);
        database.sql("""
                        update promo_share s set held = s.held - x.given from (
                            select h.organisation_id, count(*) as given from promo_handout h join promo_code p on p.id = h.code_id
                            where p.campaign_id = :campaign and p.id = any (:codes) and p.state = 'GIVEN'
                            group by h.organisation_id) x
                        where s.campaign_id = :campaign and s.organisation_id = x.organisation_id
                        """).param("campaign", campaign).param("codes", ids).update();
        return database.sql("""
                        update promo_code set state = 'WITHDRAWN', withdrawn_at = :at, reason = :reason
                        where campaign_id = :campaign and id = any (:codes) and state <> 'WITHDRAWN'
                        """)
                .param("campaign", campaign)
                .param("codes", ids)
                .param("reason", reason)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Holds these codes until the end of the transaction; whoever takes or withdraws one waits. */
    public List<Long> hold(long campaign, Collection<Long> codes) {
        return database.sql("""
                        select id from promo_code
                        where campaign_id = :campaign and id = any (:codes) and state <> 'WITHDRAWN' order by id for update
                        """)
                .param("campaign", campaign)
                .param("codes", codes.toArray(Long[]::new))
                .query((row, n) -> row.getLong("id"))
                .list();
    }

    /** Of these codes those that were given: whoever took them, or who manages the partner when that person is gone. */
    public List<Withdrawn> tellOf(Collection<Long> codes) {
        return database.sql("""
                        select p.code, h.customer, r.email, r.name from promo_handout h join promo_code p on p.id = h.code_id
                        join person t on t.id = h.person_id
                        join person r on r.state = 'ACTIVE' and (r.id = t.id
                            or t.state <> 'ACTIVE' and r.manages and r.organisation_id = h.organisation_id)
                        where p.id = any (:codes) order by p.id, r.id
                        """)
                .param("codes", codes.toArray(Long[]::new))
                .query((row, n) -> new Withdrawn(
                        row.getString("code"),
                        row.getString("customer"),
                        row.getString("email"),
                        row.getString("name")))
                .list();
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getLong("id"),
                row.getString("code"),
                Columns.constant(row, "state", State.class),
                row.getString("partner"),
                row.getString("person"),
                row.getString("customer"),
                Columns.instantOrNull(row, "given_at"),
                row.getString("reason"));
    }
}
