package support.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import support.testing.SettableClock;
import support.testing.TestTime;

/** Partners file for end customers, who agree, refuse and take back: by the browser of each. */
@DeskTest
class BehalfTest {
    private static int count;

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @Autowired
    SettableClock clock;

    private EndCustomers customers;
    private Letterbox letters;
    private Visitor lena;
    private Visitor ada;
    private String contact;

    @BeforeEach
    void comeIn() {
        customers = new EndCustomers(port, database);
        letters = new Letterbox(database);
        lena = new Visitor(port).signedIn("lena@maplework.example");
        ada = new Visitor(port).signedIn("ada@desk.example");
        contact = "kim@larch" + count++ + ".example";
    }

    @AfterEach
    void letThemGo() {
        database.sql("delete from bucket").update();
        clock.set(TestTime.MONDAY_AT_TEN);
        partner("maplework.example", true);
    }

    private void partner(String domain, boolean active) {
        database.sql(
                        "update partner set standing = :standing where organisation_id = (select min(organisation_id) from person"
                                + " where email like '%@' || :domain)")
                .param("domain", domain)
                .param("standing", active ? "ACTIVE" : "SUSPENDED")
                .update();
    }

    private String filed(String sharing) {
        return customers.filed(lena, customers.form("Boards stay empty", "Larch Works", contact, sharing));
    }

    @Test
    void the_end_customer_agrees_reads_along_and_takes_it_back() {
        String ticket = filed("PARTNER_AND_CUSTOMER");
        EndCustomers.reply(ada, ticket, "Empty the cache of the board.");
        assertThat(lena.get(ticket).body())
                .contains("Boards stay empty", "Larch Works has not agreed yet")
                .doesNotContain("Empty the cache");
        assertThat(letters.newest("lena@maplework.example"))
                .contains("There is an answer", "once Larch Works has agreed")
                .doesNotContain("Empty the cache");

        Visitor kim = customers.joined(contact, "Larch Works GmbH");
        assertThat(kim.get(ticket).status()).isEqualTo(404);
        assertThat(customers.says(kim, contact, "agreement").status()).isEqualTo(302);
        assertThat(lena.get(ticket).body()).contains("Empty the cache", "The end customer reads it too");
        assertThat(kim.get(ticket).body())
                .contains("Empty the cache", "Filed by Lena Forst of Maplework Consulting for Larch Works");
        EndCustomers.reply(ada, ticket, "Is it better now?");
        assertThat(letters.newest(contact)).contains("Is it better now?");
        assertThat(letters.newest("lena@maplework.example")).contains("Is it better now?");

        assertThat(customers.says(kim, contact, "revocation").status()).isEqualTo(302);
        assertThat(lena.get(ticket).body())
                .contains("Larch Works has taken its consent back")
                .doesNotContain("Empty the cache", "Is it better now?", "id=\"reply\"");
        assertThat(kim.get(ticket).body()).contains("Is it better now?");
        assertThat(ada.get(ticket).body())
                .contains("The end customer has taken its consent back", "agreed for the end customer");
    }

    @Test
    void the_history_of_a_consent_holds_the_words_that_were_agreed_to() {
        filed("PARTNER_ONLY");
        Visitor kim = customers.joined(contact, "Larch Works GmbH");
        customers.says(kim, contact, "agreement");
        customers.says(kim, contact, "revocation");
        assertThat(database.sql(
                                "select consent || ' ' || words from end_customer_event where end_customer_id = :id order by id")
                        .param("id", customers.of(contact))
                        .query(String.class)
                        .list())
                .satisfiesExactly(
                        asked -> assertThat(asked).isEqualTo("ASKED "),
                        given -> assertThat(given)
                                .startsWith(
                                        "GIVEN Maplework Consulting may file requests with us for Larch Works GmbH."),
                        revoked -> assertThat(revoked).isEqualTo("REVOKED "));
    }

    @Test
    void the_letter_holds_nothing_that_the_partner_has_typed() {
        filed("PARTNER_ONLY");
        assertThat(letters.newest(contact))
                .contains("Lena Forst of Maplework Consulting")
                .doesNotContain("Larch", "Boards");
    }

    @Test
    void a_form_that_arrives_twice_files_once_and_asks_once() {
        lena.get("/tickets/new");
        Map<String, String> form = customers.form("Twice", "Larch Works", contact, "PARTNER_ONLY");
        form.put("nonce", lena.hidden("nonce"));
        String first = lena.post("/tickets", form).location();
        assertThat(lena.post("/tickets", form).location()).isEqualTo(first);
        assertThat(letters.texts(contact)).hasSize(1);
    }

    @Test
    void a_link_works_once_for_its_time_and_only_the_newest() {
        filed("PARTNER_ONLY");
        String older = letters.link(contact);
        lena.get("/lane/customers");
        lena.post("/lane/customers/" + customers.of(contact) + "/asking", Map.of());
        String newer = letters.link(contact);
        Visitor stranger = new Visitor(port);
        assertThat(stranger.get(older).status()).isEqualTo(410);
        assertThat(stranger.get(newer).status()).isEqualTo(200);
        clock.advance(Duration.ofDays(14));
        assertThat(stranger.get(newer).status()).isEqualTo(410);
        stranger.get("/sign-in"); // for its token
        assertThat(stranger.post(newer + "/refusal", Map.of()).status()).isEqualTo(410);
        clock.set(TestTime.MONDAY_AT_TEN);

        customers.joined(contact, "Larch Works GmbH");
        assertThat(stranger.get(newer).status()).isEqualTo(410);
        assertThat(stranger.get(newer + "/account").status()).isEqualTo(410);
    }

    @Test
    void whoever_has_no_account_can_refuse_once() {
        String ticket = filed("PARTNER_ONLY");
        Visitor kim = new Visitor(port);
        String link = letters.link(contact);
        assertThat(kim.get(link).body()).contains("Maplework Consulting");
        assertThat(kim.post(link + "/refusal", Map.of()).body()).contains("You have refused");
        assertThat(kim.post(link + "/refusal", Map.of()).status()).isEqualTo(410);
        assertThat(lena.get(ticket).body()).contains("Larch Works has said no");
        assertThat(lena.post("/lane/customers/" + customers.of(contact) + "/asking", Map.of())
                        .status())
                .isEqualTo(409);
        lena.get("/tickets/new");
        Visitor.Page again = lena.post("/tickets", customers.form("Again", "Larch Works", contact, "PARTNER_ONLY"));
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("This end customer has said no");
    }

    @Test
    void somebody_else_who_opens_the_link_learns_nothing() {
        filed("PARTNER_ONLY");
        Visitor marta = new Visitor(port).signedIn("marta@nordlicht.example");
        Visitor.Page page = marta.get(letters.link(contact));
        assertThat(page.status()).isEqualTo(409);
        assertThat(page.body())
                .contains("This letter was written to somebody else")
                .doesNotContain("Maplework", "Larch", contact);
    }

    @Test
    void whoever_has_an_account_signs_in_and_only_a_manager_decides() {
        Visitor founder = new Newcomers(port, database).founder(contact, "Kim Larch", "Larch " + contact);
        founder.get("/organisation/invitation");
        String member = contact.replace("kim", "member");
        founder.post("/organisation/invitation", Map.of("email", member));
        Visitor colleague = new Newcomers(port, database).invited(member, "Member Larch");
        String ticket = customers.filed(lena, customers.form("Boards", "Larch", member, "PARTNER_AND_CUSTOMER"));

        String link = letters.link(member);
        assertThat(new Visitor(port).get(link).location()).isEqualTo("/sign-in?next=" + link);
        String page = colleague.get(link).location();
        assertThat(page).isEqualTo("/organisation/consents/" + customers.of(member));
        assertThat(colleague.get(page).body()).contains("Kim Larch").doesNotContain("/agreement");
        assertThat(colleague.post(page + "/agreement", Map.of()).status()).isEqualTo(404);
        assertThat(letters.newest(contact)).contains("has asked Member Larch");

        assertThat(customers.says(founder, member, "agreement").status()).isEqualTo(302);
        assertThat(colleague.get(ticket).status()).isEqualTo(200);
        assertThat(founder.get(ticket).status())
                .as("who sees no colleagues' tickets")
                .isEqualTo(404);
    }

    @Test
    void a_link_takes_nobody_into_an_organisation_but_by_its_rules() {
        String domain = contact.substring(contact.indexOf('@') + 1);
        new Newcomers(port, database).founder("boss@" + domain, "Boss", "Larch " + domain);
        database.sql("insert into mail_domain (domain, organisation_id, needs_approval)"
                        + " select :domain, organisation_id, true from person where email = 'boss@' || :domain")
                .param("domain", domain)
                .update();
        filed("PARTNER_ONLY");
        String link = letters.link(contact);
        Visitor kim = new Visitor(port);
        assertThat(kim.get(link + "/account").body()).doesNotContain("name=\"company\"");
        assertThat(kim.post(
                                link + "/account",
                                Map.of("name", "Kim", "company", "Mine", "password", EndCustomers.PASSWORD))
                        .location())
                .isEqualTo("/sign-in?waiting");
        assertThat(new Newcomers(port, database).of(contact, "manages")).isEqualTo("false");
        assertThat(new Newcomers(port, database).of(contact, "state")).isEqualTo("AWAITING_APPROVAL");
    }

    @Test
    void two_partners_ask_one_company_and_neither_learns_of_the_other() {
        filed("PARTNER_ONLY");
        String first = letters.link(contact);
        Visitor robin = new Visitor(port).signedIn("robin@pinecrest.example");
        robin.get("/lane/customers");
        robin.post("/lane/customers", Map.of("company", "Larch of Robin", "contact", contact.toUpperCase(Locale.ROOT)));
        assertThat(new Visitor(port).get(first).status()).isEqualTo(200);
        assertThat(robin.get("/lane/customers").body())
                .contains("Larch of Robin")
                .doesNotContain("Larch Works", "Maplework");

        Visitor kim = customers.joined(contact, "Larch Works GmbH");
        assertThat(kim.get("/organisation/consents").body()).contains("Maplework Consulting", "Pinecrest Apps");
        customers.says(kim, contact, "agreement");
        assertThat(robin.get("/lane/customers").body()).contains("Asked");
        assertThat(robin.post("/organisation/consents/" + customers.of(contact) + "/revocation", Map.of())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_partner_that_is_suspended_meanwhile_gets_no_consent_and_loses_its_view() {
        String ticket = filed("PARTNER_ONLY");
        EndCustomers.reply(ada, ticket, "Empty the cache of the board.");
        Visitor kim = customers.joined(contact, "Larch Works GmbH");
        partner("maplework.example", false);
        assertThat(kim.get("/organisation/consents/" + customers.of(contact)).body())
                .contains("no active partner")
                .doesNotContain("/agreement");
        assertThat(customers.says(kim, contact, "agreement").status()).isEqualTo(409);
        partner("maplework.example", true);
        assertThat(customers.says(kim, contact, "agreement").status()).isEqualTo(302);
        assertThat(lena.get(ticket).body()).contains("Empty the cache");

        partner("maplework.example", false);
        assertThat(lena.get(ticket).body())
                .contains("your company is no active partner now")
                .doesNotContain("Empty the cache");
        lena.get("/tickets/new");
        Visitor.Page page = lena.post("/tickets", customers.form("Kept words", "Larch Works", contact, "PARTNER_ONLY"));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("only while your company is an active partner", "Kept words");
    }

    @Test
    void nobody_is_asked_who_is_of_the_partner_or_the_desk_or_is_nobody() {
        for (String wrong :
                new String[] {"nils@maplework.example", "ADA@desk.example", "a@b.example, c@d.example", ""}) {
            lena.get("/tickets/new");
            Visitor.Page page =
                    lena.post("/tickets", customers.form("Kept words", "Larch Works", wrong, "PARTNER_ONLY"));
            assertThat(page.status()).as(wrong).isEqualTo(422);
            assertThat(page.body()).contains("behalf.contact-error", "Kept words");
        }
        for (String wrong : new String[] {"", "Larch\r\nBcc: all@larch.example", "x".repeat(101), "a\u202Eb"}) {
            lena.get("/tickets/new");
            Visitor.Page page = lena.post("/tickets", customers.form("Kept words", wrong, contact, "PARTNER_ONLY"));
            assertThat(page.status()).as(wrong).isEqualTo(422);
            assertThat(page.body()).contains("behalf.company-error");
        }
        assertThat(letters.texts(contact)).isEmpty();
    }

    @Test
    void somebody_who_is_no_partner_files_for_nobody() {
        Visitor marta = new Visitor(port).signedIn("marta@nordlicht.example");
        assertThat(marta.get("/tickets/new").body()).doesNotContain("behalf.customer");
        assertThat(marta.post("/tickets", customers.form("Sneaky", "Larch Works", contact, "PARTNER_ONLY"))
                        .status())
                .isEqualTo(422);
        assertThat(letters.texts(contact)).isEmpty();
    }

    @Test
    void the_end_customer_of_another_partner_cannot_be_chosen() {
        filed("PARTNER_ONLY");
        Visitor robin = new Visitor(port).signedIn("robin@pinecrest.example");
        Map<String, String> form = new HashMap<>(customers.form("Sneaky", "", "", "PARTNER_ONLY"));
        form.put("behalf.customer", Long.toString(customers.of(contact)));
        robin.get("/tickets/new");
        Visitor.Page page = robin.post("/tickets", form);
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).doesNotContain("Larch Works");
    }

    @Test
    void what_is_shared_later_is_shared_for_good() {
        String ticket = filed("PARTNER_ONLY");
        Visitor kim = customers.joined(contact, "Larch Works GmbH");
        customers.says(kim, contact, "agreement");
        assertThat(kim.get(ticket).status()).isEqualTo(404);
        assertThat(kim.get("/organisation/consents/" + customers.of(contact)).body())
                .contains("It has filed one request for you.", "One of them is not shared with you.");
        assertThat(kim.post(ticket + "/sharing", Map.of()).status()).isEqualTo(404);
        lena.get(ticket);
        assertThat(lena.post(ticket + "/sharing", Map.of()).status()).isEqualTo(302);
        assertThat(lena.post(ticket + "/sharing", Map.of()).status()).isEqualTo(409);
        assertThat(kim.get(ticket).body()).contains("Boards stay empty");
        assertThat(letters.newest(contact)).contains("Lena Forst has filed the request");
    }

    @Test
    void coverage_is_judged_by_the_licence_of_the_end_customer() {
        filed("PARTNER_ONLY");
        Visitor kim = customers.joined(contact, "Larch Works GmbH");
        String app = database.sql("select min(a.id)::text from licence l join app a on a.key = l.app_key"
                        + " where a.lifecycle = 'ACTIVE' and l.status = 'ACTIVE' and l.ends_on > '2035-12-01'")
                .query(String.class)
                .single();
        String page = "/tickets/coverage?type=BUG_REPORT&app=" + app + "&behalf.customer=" + customers.of(contact);
        assertThat(lena.get(page).body()).contains("of an end customer who has not agreed yet");
        customers.says(kim, contact, "agreement");
        assertThat(lena.get(page).body()).contains("Not covered");
        database.sql(
                        "insert into licence_organisation (licence_id, organisation_id) select max(l.id), c.organisation_id"
                                + " from licence l join app a on a.key = l.app_key, end_customer c"
                                + " where a.id = cast(:app as bigint) and c.contact = :contact and l.status = 'ACTIVE'"
                                + " and l.ends_on > '2035-12-01' group by c.organisation_id")
                .param("app", app)
                .param("contact", contact)
                .update();
        assertThat(lena.get(page).body()).doesNotContain("Not covered", "has not agreed yet");
        database.sql(
                        "delete from licence_organisation where organisation_id = (select organisation_id from end_customer"
                                + " where contact = :contact)")
                .param("contact", contact)
                .update();
    }

    @Test
    void the_lane_shows_what_the_partner_filed_and_nothing_that_its_people_were_asked_to() {
        String waiting = filed("PARTNER_ONLY");
        Visitor marta = new Visitor(port).signedIn("marta@nordlicht.example");
        marta.get("/tickets/new");
        Map<String, String> own = customers.form("Of Nordlicht", "", "", "");
        own.remove("behalf.customer");
        String foreign = customers.filed(marta, own);
        ada.get(foreign);
        ada.post(foreign + "/participants", Map.of("address", "lena@maplework.example"));
        assertThat(lena.get(foreign).status()).isEqualTo(200);

        String lane = lena.get("/lane").body();
        assertThat(lane)
                .contains(
                        waiting,
                        "Filed for end customers who do not agree, or not yet",
                        "Promises kept in quarter 2 of 2035")
                .doesNotContain(foreign);
        Visitor.Page file = lena.post("/lane/export", Map.of("show", "ALL"));
        assertThat(file.body())
                .startsWith("number,type,severity")
                .contains("Lena Forst")
                .doesNotContain("Of Nordlicht", waiting.replace("/tickets/", ""));
        assertThat(database.sql("select count(*) from audit_entry where deed = 'LANE_EXPORTED'")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    void the_lane_counts_promises_and_leads_to_their_tickets() {
        lena.get("/tickets/new");
        Map<String, String> form = customers.form("=1+1", "", "", "");
        form.remove("behalf.customer");
        String ticket = customers.filed(lena, form);
        EndCustomers.reply(ada, ticket, "Two.");
        assertThat(lena.get("/lane?kept=true").body()).contains(ticket);
        assertThat(lena.get("/lane?kept=false").body()).doesNotContain(ticket);
        assertThat(lena.post("/lane/export", Map.of("show", "ALL", "kept", "")).body())
                .contains("'=1+1");
    }

    @Test
    void what_a_person_takes_along_holds_no_word_that_they_may_not_read() {
        String ticket = filed("PARTNER_ONLY");
        EndCustomers.reply(ada, ticket, "Empty the cache of the board.");
        Map<String, String> files = lena.zip("/account/security/data.zip");
        assertThat(files.get("messages.json")).contains("Boards stay empty");
        assertThat(String.join("\n", files.values())).doesNotContain("Empty the cache");
    }
}
