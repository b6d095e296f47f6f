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

    /**
     * Which codes of a campaign are looked for.
     *
     * @param code what somebody typed, in capitals; empty for all
     * @param typed the same as a code of the desk
     * @param partner the organisation that they were given to; 0 for all
     * @param state null for all
     */
    public record Wanted(
            String code,
            String typed,
            long partner,
            @Nullable State state) {}

    /** The last code of a page, as it stood there: what comes after it is the next page. */
    public record Place(State state, long id) {}

    /** What a partner did with a campaign. */
    public record Use(long organisation, String partner, long held, long withdrawn, Instant last) {}

    /**
     * Somebody to tell that codes were withdrawn.
     *
     * @param codes all that concern this reader, each with its customer: {@code ABCD (Example Ltd), EFGH (Other Ltd)}
     */
    public record Reader(String address, String name, String codes) {}

    private static final String LINES = """
            select p.id, p.code, p.state, p.reason, h.customer, h.given_at, o.name as partner, w.name as person
            from promo_code p left join promo_handout h on h.code_id = p.id
            left join organisation o on o.id = h.organisation_id left join person w on w.id = h.person_id
            where p.campaign_id = :campaign\s""";

    /** Those that can be withdrawn come first. */
    private static final String RANK = "case p.state when 'GIVEN' then 0 when 'FREE' then 1 else 2 end";

    private static final int PART = 1000;

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
     * Those that were given first, then the free ones, then those that were withdrawn; in each the last that came in first.
     *
     * @param after null for the first page
     */
    public List<Line> page(long campaign, Wanted wanted, @Nullable Place after, int limit) {
        return database.sql(LINES + """
                        and (:code = '' or p.code = :code or p.source = 'DESK' and p.code = :typed)
                        and (:partner = 0 or h.organisation_id = :partner)
                        and (cast(:state as text) is null or p.state = :state)
                        and (cast(:rank as int) is null or (%1$s, -p.id) > (:rank, -:after))
                        order by %1$s, -p.id limit :limit
                        """.formatted(RANK))
                .param("campaign", campaign)
                .param("code", wanted.code())
                .param("typed", wanted.typed())
                .param("partner", wanted.partner())
                .param("state", wanted.state() == null ? null : wanted.state().name())
                .param("rank", after == null ? null : rank(after.state()))
                .param("after", after == null ? 0 : after.id())
                .param("limit", limit)
                .query((row, n) -> line(row))
                .list();
    }

    /** As {@link #RANK}. */
    private static int rank(State state) {
        return switch (state) {
            case GIVEN -> 0;
            case FREE -> 1;
            case WITHDRAWN -> 2;
        };
    }

    /** All of them, in the order in which they came. */
    public void forEach(long campaign, Consumer<Line> reader) {
        List<Line> part = after(campaign, 0);
        while (!part.isEmpty()) {
            part.forEach(reader);
            part = after(campaign, part.getLast().id());
        }
    }

    private List<Line> after(long campaign, long code) {
        return database.sql(LINES + "and p.id > :code order by p.id limit :part")
                .param("campaign", campaign)
                .param("code", code)
                .param("part", PART)
                .query((row, n) -> line(row))
                .list();
    }

    /** By partner: the one that holds most first. */
    public List<Use> use(long campaign) {
        return database.sql("""
                        select o.id, o.name, count(*) filter (where p.state = 'GIVEN') as held,
                               count(*) filter (where p.state = 'WITHDRAWN') as withdrawn, max(h.given_at) as last
                        from promo_handout h join promo_code p on p.id = h.code_id join organisation o on o.id = h.organisation_id
                        where p.campaign_id = :campaign group by o.id, o.name order by held desc, o.name
                        """)
                .param("campaign", campaign)
                .query((row, n) -> new Use(
                        row.getLong("id"),
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

    /** Of these codes those that were given: whoever took them, or who manages the partner when that person is gone; each once. */
    public List<Reader> tellOf(Collection<Long> codes) {
        return database.sql("""
                        select r.email, r.name, string_agg(p.code || ' (' || h.customer || ')', ', ' order by p.id) as codes
                        from promo_handout h join promo_code p on p.id = h.code_id
                        """ + Handouts.WHOM_TO_TELL + "where p.id = any (:codes) group by r.id order by r.id")
                .param("codes", codes.toArray(Long[]::new))
                .query((row, n) -> new Reader(row.getString("email"), row.getString("name"), row.getString("codes")))
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
