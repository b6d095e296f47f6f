package support.promotion.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import support.database.Columns;

/**
 * Who was given which code. {@link #share} comes first: it holds what the partner has of the campaign, so that two people of
 * one partner never count the same code, while partners do not wait for each other.
 */
@Repository
public class Handouts {
    /** A code in the hands of a partner. */
    public record Held(
            long id,
            long campaign,
            String name,
            String app,
            String discount,
            LocalDate lastDay,
            String code,
            boolean withdrawn,
            String reason,
            String customer,
            String person,
            Instant givenAt) {}

    /** Somebody who has codes of a campaign, or may take them, and how many. */
    public record Holder(String address, String name, long codes) {}

    private static final String HELD = """
            select p.id, c.id as campaign, c.name, a.name as app, c.discount, c.last_day, p.code, p.state = 'WITHDRAWN' as withdrawn,
                   p.reason, h.customer, w.name as person, h.given_at
            from promo_handout h join promo_code p on p.id = h.code_id join campaign c on c.id = p.campaign_id
            join app a on a.id = c.app_id join person w on w.id = h.person_id where h.organisation_id = :organisation\s""";

    /** To be told of a code that was given: whoever took it, or who manages the partner when that person has left it. */
    static final String WHOM_TO_TELL = """
            join person t on t.id = h.person_id
            join person r on r.state = 'ACTIVE' and r.organisation_id = h.organisation_id and (r.id = t.id
                or r.manages and (t.state <> 'ACTIVE' or t.organisation_id is distinct from h.organisation_id))
            """;

    private final JdbcClient database;

    Handouts(JdbcClient database) {
        this.database = database;
    }

    /** How many codes of the campaign the partner holds; nobody else of the partner takes one before the transaction ends. */
    public int share(long campaign, long organisation) {
        database.sql("insert into promo_share (campaign_id, organisation_id) values (:campaign, :organisation)"
                        + " on conflict do nothing")
                .param("campaign", campaign)
                .param("organisation", organisation)
                .update();
        return database.sql("select held from promo_share where campaign_id = :campaign"
                        + " and organisation_id = :organisation for update")
                .param("campaign", campaign)
                .param("organisation", organisation)
                .query(Integer.class)
                .single();
    }

    /** What this form has taken already. */
    public Optional<Held> by(UUID nonce, long organisation) {
        return database.sql(HELD + "and h.nonce = :nonce")
                .param("organisation", organisation)
                .param("nonce", nonce)
                .query((row, n) -> held(row))
                .optional();
    }

    /**
     * Takes one of the free codes. Others pass by what is locked, and look again at what was locked when they came: the state
     * is in the row of the code itself for that reason.
     */
    public Optional<Long> take(long campaign, long organisation) {
        Optional<Long> code =
                database.sql("""
                        update promo_code set state = 'GIVEN' where id = (
                            select id from promo_code where campaign_id = :campaign and state = 'FREE'
                            order by id limit 1 for update skip locked)
                        returning id
                        """).param("campaign", campaign).query(Long.class).optional();
        code.ifPresent(taken -> database.sql("update promo_share set held = held + 1"
                        + " where campaign_id = :campaign and organisation_id = :organisation")
                .param("campaign", campaign)
                .param("organisation", organisation)
                .update());
        return code;
    }

    /** Puts on record that a code was given. */
    public void record(long code, long organisation, long person, String customer, Instant at, UUID nonce) {
        database.sql("""
                        insert into promo_handout (code_id, organisation_id, person_id, customer, given_at, nonce)
                        values (:code, :organisation, :person, :customer, :at, :nonce)
                        """)
                .param("code", code)
                .param("organisation", organisation)
                .param("person", person)
                .param("customer", customer)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("nonce", nonce)
                .update();
    }

    /** What the partner was given, the newest first; at most {@code limit}. */
    public List<Held> of(long organisation, int limit) {
        return database.sql(HELD + "order by h.given_at desc, p.id desc limit :limit")
                .param("organisation", organisation)
                .param("limit", limit)
                .query((row, n) -> held(row))
                .list();
    }

    /**
     * Those who took codes of a campaign that were not withdrawn, or who manage the partner when that person has left it.
     *
     * @param at when who is a partner
     */
    public List<Holder> holders(long campaign, Instant at) {
        return database.sql("""
                        select r.email, r.name, count(*) as codes from promo_handout h join promo_code p on p.id = h.code_id
                        join active_partners(:at) a on a.organisation_id = h.organisation_id
                        """ + WHOM_TO_TELL + """
                        where p.campaign_id = :campaign and p.state = 'GIVEN' group by r.id order by r.id
                        """)
                .param("campaign", campaign)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Holder(row.getString("email"), row.getString("name"), row.getLong("codes")))
                .list();
    }

    /**
     * Those who manage a partner that may take more codes of a campaign, while some are left, and took none themselves.
     *
     * @param at when who is a partner
     */
    public List<Holder> entitled(long campaign, Instant at) {
        return database.sql("""
                        select w.email, w.name, c.quota - coalesce(s.held, 0) as codes
                        from campaign c join active_partners(:at) a on a.kind = any (c.kinds)
                        join person w on w.organisation_id = a.organisation_id and w.manages and w.state = 'ACTIVE'
                        left join promo_share s on s.campaign_id = c.id and s.organisation_id = a.organisation_id
                        where c.id = :campaign and coalesce(s.held, 0) < c.quota
                          and exists (select from promo_code p where p.campaign_id = c.id and p.state = 'FREE')
                          and not exists (select from promo_handout h join promo_code p on p.id = h.code_id
                              where p.campaign_id = c.id and p.state = 'GIVEN' and h.person_id = w.id)
                        order by w.id
                        """)
                .param("campaign", campaign)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Holder(row.getString("email"), row.getString("name"), row.getLong("codes")))
                .list();
    }

    private static Held held(ResultSet row) throws SQLException {
        return new Held(
                row.getLong("id"),
                row.getLong("campaign"),
                row.getString("name"),
                row.getString("app"),
                row.getString("discount"),
                row.getObject("last_day", LocalDate.class),
                row.getString("code"),
                row.getBoolean("withdrawn"),
                row.getString("reason"),
                row.getString("customer"),
                row.getString("person"),
                Columns.instant(row, "given_at"));
    }
}
