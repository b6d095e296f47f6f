package support.promotion.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import support.people.PartnerKind;
import support.promotion.Campaign;

/** The campaigns. Whoever reads them for a partner says which kind it is of. */
@Repository
public class Campaigns {
    /**
     * A campaign with its codes counted.
     *
     * @param held given and not withdrawn: by all partners, or by the one that looks
     */
    public record Line(Campaign campaign, String app, long free, long held, long withdrawn) {
        /** How many more the partner that looks may take, whatever is left. */
        public long more() {
            return Math.max(0, campaign.quota() - held);
        }
    }

    private static final String CAMPAIGNS = """
            select c.*, a.name as app_name,
                   (select count(*) from promo_code p where p.campaign_id = c.id and p.state = 'FREE') as free,
                   (select coalesce(sum(s.held), 0) from promo_share s
                    where s.campaign_id = c.id and (:organisation = 0 or s.organisation_id = :organisation)) as held,
                   (select count(*) from promo_code p where p.campaign_id = c.id and p.state = 'WITHDRAWN') as withdrawn
            from campaign c join app a on a.id = c.app_id
            """;

    /** Those of more than ten years. */
    private static final int MOST = 500;

    private final JdbcClient database;

    Campaigns(JdbcClient database) {
        this.database = database;
    }

    /** Those that end last first; at most 500. */
    public List<Line> all() {
        return database.sql(CAMPAIGNS + "order by c.last_day desc, c.id desc limit :most")
                .param("organisation", 0)
                .param("most", MOST)
                .query((row, n) -> line(row))
                .list();
    }

    public Optional<Line> find(long campaign) {
        return database.sql(CAMPAIGNS + "where c.id = :campaign")
                .param("organisation", 0)
                .param("campaign", campaign)
                .query((row, n) -> line(row))
                .optional();
    }

    /**
     * Those of which a partner may take codes, now or later; what ends first comes first.
     *
     * @param today in the vendor's zone
     */
    public List<Line> open(PartnerKind kind, long organisation, LocalDate today) {
        return database.sql(
                        CAMPAIGNS + "where :kind = any (c.kinds) and c.last_day >= :today order by c.last_day, c.id")
                .param("organisation", organisation)
                .param("kind", kind.name())
                .param("today", today)
                .query((row, n) -> line(row))
                .list();
    }

    /** One of those, or one that is over: for partners of that kind there is no other. */
    public Optional<Line> find(long campaign, PartnerKind kind, long organisation) {
        return database.sql(CAMPAIGNS + "where c.id = :campaign and :kind = any (c.kinds)")
                .param("organisation", organisation)
                .param("campaign", campaign)
                .param("kind", kind.name())
                .query((row, n) -> line(row))
                .optional();
    }

    /** What it says, for whoever counts nothing. */
    public Optional<Campaign> read(long campaign) {
        return database.sql("select * from campaign where id = :campaign")
                .param("campaign", campaign)
                .query((row, n) -> campaign(row))
                .optional();
    }

    /** Whether a code of it is left. */
    public boolean hasFree(long campaign) {
        return database.sql(
                        "select exists (select from promo_code p where p.campaign_id = :campaign and p.state = 'FREE')")
                .param("campaign", campaign)
                .query(Boolean.class)
                .single();
    }

    /** @return its number */
    public long add(Campaign campaign) {
        return said("""
                        insert into campaign (app_id, name, discount, kinds, quota, first_day, last_day)
                        values (:app, :name, :discount, :kinds, :quota, :first, :last) returning id
                        """, campaign).query(Long.class).single();
    }

    /**
     * One that ends later than before will be warned of again.
     *
     * @return false when somebody else has changed it since this version of it was read
     */
    public boolean change(Campaign campaign) {
        return said("""
                        update campaign set app_id = :app, name = :name, discount = :discount, kinds = :kinds, quota = :quota,
                            warned_at = case when last_day < :last then null else warned_at end,
                            first_day = :first, last_day = :last, version = version + 1
                        where id = :id and version = :seen
                        """, campaign)
                        .param("id", campaign.id())
                        .param("seen", campaign.version())
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec said(String sql, Campaign campaign) {
        return database.sql(sql)
                .param("app", campaign.app())
                .param("name", campaign.name())
                .param("discount", campaign.discount())
                .param(
                        "kinds",
                        campaign.kinds().stream().map(Enum::name).sorted().toArray(String[]::new))
                .param("quota", campaign.quota())
                .param("first", campaign.firstDay())
                .param("last", campaign.lastDay());
    }

    /**
     * Takes on the warning of those that end within these days: each is named to one caller, once.
     *
     * @param today in the vendor's zone
     */
    public List<Line> takeEnding(LocalDate today, LocalDate untilInclusive, Instant at) {
        List<Long> taken = database.sql("""
                        update campaign set warned_at = :at
                        where warned_at is null and first_day <= :today and last_day between :today and :until returning id
                        """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("today", today)
                .param("until", untilInclusive)
                .query((row, n) -> row.getLong("id"))
                .list();
        return taken.stream().sorted().flatMap(id -> find(id).stream()).toList();
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                campaign(row),
                row.getString("app_name"),
                row.getLong("free"),
                row.getLong("held"),
                row.getLong("withdrawn"));
    }

    private static Campaign campaign(ResultSet row) throws SQLException {
        Set<PartnerKind> kinds = Arrays.stream((String[]) row.getArray("kinds").getArray())
                .map(PartnerKind::valueOf)
                .collect(Collectors.toSet());
        return new Campaign(
                row.getLong("id"),
                row.getLong("app_id"),
                row.getString("name"),
                row.getString("discount"),
                kinds,
                row.getInt("quota"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getInt("version"));
    }
}
