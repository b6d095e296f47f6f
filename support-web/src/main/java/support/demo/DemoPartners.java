package support.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import support.partner.Partner;
import support.partner.PartnerEvent;
import support.partner.Standing;
import support.partner.Validity;
import support.partner.persistence.Partners;
import support.people.PartnerKind;
import support.sla.app.CurrentTerms;
import support.ticket.app.PartnerTimers;

/** The partners of the demo desk, one in each state. */
@Component
class DemoPartners {
    private final Partners partners;
    private final CurrentTerms terms;
    private final PartnerTimers timers;
    private final JdbcClient database;
    private final Clock clock;

    DemoPartners(Partners partners, CurrentTerms terms, PartnerTimers timers, JdbcClient database, Clock clock) {
        this.partners = partners;
        this.terms = terms;
        this.timers = timers;
        this.database = database;
        this.clock = clock;
    }

    /** Those who raise tickets. */
    void add() {
        approved(
                applied(
                        "Maplework Consulting",
                        PartnerKind.SOLUTION_PARTNER,
                        400,
                        "We set intranets up with Canvas and Signpost."),
                700);
        approved(
                applied(
                        "Pinecrest Apps",
                        PartnerKind.MARKETPLACE_PARTNER,
                        200,
                        "We sell your apps to our customers in Illinois, with support in their time zone."),
                365);
    }

    void addQuiet() {
        applied(
                "Larkfield Digital",
                PartnerKind.SOLUTION_PARTNER,
                2,
                "We move schools to Confluence Cloud, and would like to set Signpost up there.");
        Partner suspended = approved(
                applied("Harbourlight Systems", PartnerKind.MARKETPLACE_PARTNER, 300, "We resell your apps."), 365);
        keep(
                9,
                Standing.Step.SUSPENDED,
                "Three invoices are open. Write to us when they are paid.",
                suspended.suspend());
        Partner ended = approved(
                applied("Oldbridge Software", PartnerKind.SOLUTION_PARTNER, 500, "We look after twelve customers."),
                600);
        keep(30, Standing.Step.ENDED, "You told us that you work with other apps now. All the best!", ended.end());
    }

    private Partner applied(String organisation, PartnerKind kind, int daysAgo, String words) {
        long id = database.sql("select id from organisation where name = :name and demo")
                .param("name", organisation)
                .query(Long.class)
                .single();
        Long manager = database.sql("select min(id) from person where organisation_id = :id and manages")
                .param("id", id)
                .query(Long.class)
                .single();
        Partner partner = Partner.applying(id, kind);
        partners.keep(new PartnerEvent(ago(daysAgo), manager, Standing.Step.APPLIED, words, partner));
        return partner;
    }

    /** A week after the application, for so many days. */
    private Partner approved(Partner applied, int days) {
        Instant at = partners.history(applied.organisation()).getLast().at().plus(Duration.ofDays(7));
        LocalDate first = LocalDate.ofInstant(at, terms.calendar().zone());
        Validity validity = new Validity(first, first.plusDays(days));
        Partner partner = applied.approve(applied.kind(), validity, lead(), first);
        partners.keep(new PartnerEvent(at, lead(), Standing.Step.APPROVED, "", partner));
        timers.lookSoon(partner.organisation(), clock.instant());
        return partner;
    }

    private void keep(int daysAgo, Standing.Step step, String words, Partner after) {
        partners.keep(new PartnerEvent(ago(daysAgo), lead(), step, words, after));
    }

    private Instant ago(int days) {
        return clock.instant().minus(Duration.ofDays(days));
    }

    private long lead() {
        return database.sql("select min(id) from person where role = 'LEAD' and demo")
                .query(Long.class)
                .single();
    }
}
