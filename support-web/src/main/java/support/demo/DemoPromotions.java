package support.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import support.people.PartnerKind;
import support.promotion.Campaign;
import support.promotion.PromoCode;
import support.promotion.persistence.Campaigns;
import support.promotion.persistence.Handouts;
import support.promotion.persistence.PromoCodes;
import support.sla.app.CurrentTerms;

/** Campaigns of the demo: one that runs, one that ends soon, one that is over; with codes that partners took. */
@Component
class DemoPromotions {
    private static final int SEED = 31;

    private final Campaigns campaigns;
    private final PromoCodes codes;
    private final Handouts handouts;
    private final CurrentTerms terms;
    private final JdbcClient database;
    private final Clock clock;
    private final Random random = new Random(SEED);

    DemoPromotions(
            Campaigns campaigns,
            PromoCodes codes,
            Handouts handouts,
            CurrentTerms terms,
            JdbcClient database,
            Clock clock) {
        this.campaigns = campaigns;
        this.codes = codes;
        this.handouts = handouts;
        this.terms = terms;
        this.database = database;
        this.clock = clock;
    }

    void add() {
        Set<PartnerKind> all = Set.of(PartnerKind.values());
        long over = campaign("Spring cleaning for spaces", "ledger", "15 %", all, 3, -60, -5, 10);
        given(over, "lena@maplework.example", "Tannberg Foods", 20);
        long running = campaign("Move to Canvas", "canvas", "20 %", all, 5, -30, 60, 40);
        given(running, "lena@maplework.example", "Osterhus Shipping", 12);
        long mistaken = given(running, "nils@maplework.example", "Osterhus Shiping", 11);
        given(running, "robin@pinecrest.example", "Juniper Schools", 4);
        codes.withdraw(running, Set.of(mistaken), "The name was mistyped; a new code was taken.", ago(10));
        long ending = campaign("Signpost for new teams", "signpost", "Three months free", all, 2, -20, 3, 12);
        given(ending, "robin@pinecrest.example", "Harbour Clinic", 2);
        database.sql("update campaign set demo = true").update();
    }

    private long campaign(
            String name, String app, String discount, Set<PartnerKind> kinds, int quota, int from, int to, int many) {
        LocalDate today = terms.today();
        long id = database.sql("select id from app where key = :key")
                .param("key", app)
                .query(Long.class)
                .single();
        long campaign = campaigns.add(
                new Campaign(0, id, name, discount, kinds, quota, today.plusDays(from), today.plusDays(to), 0));
        Set<String> fresh = new TreeSet<>();
        while (fresh.size() < many) {
            fresh.add(PromoCode.fresh(random));
        }
        codes.add(campaign, fresh, PromoCodes.Source.DESK, ago(-from));
        return campaign;
    }

    /** @return the code */
    private long given(long campaign, String taker, String customer, int days) {
        record Person(long id, long organisation) {}
        Person person = database.sql("select id, organisation_id from person where email = :email")
                .param("email", taker)
                .query((row, n) -> new Person(row.getLong("id"), row.getLong("organisation_id")))
                .single();
        handouts.share(campaign, person.organisation);
        long code = handouts.take(campaign, person.organisation).orElseThrow();
        UUID form = new UUID(random.nextLong(), random.nextLong());
        handouts.record(code, person.organisation, person.id, customer, ago(days), form);
        return code;
    }

    private Instant ago(int days) {
        return clock.instant().minus(Duration.ofDays(days));
    }
}
