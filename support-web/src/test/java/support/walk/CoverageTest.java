package support.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.UriComponentsBuilder;
import support.testing.SettableClock;
import support.testing.TestTime;

/** Coverage judged at intake, disputed, decided: over HTTP, with the licences and the catalogue in PostgreSQL. */
@DeskTest
class CoverageTest {
    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @Autowired
    SettableClock clock;

    private Visitor marta = new Visitor(0);
    private Visitor ada = new Visitor(0);

    @BeforeEach
    void comeIn() {
        marta = new Visitor(port).signedIn("marta@nordlicht.example");
        ada = new Visitor(port).signedIn("ada@desk.example");
        marta.get("/tickets/new");
    }

    private String one(String sql) {
        return database.sql(sql).query(String.class).single();
    }

    private Map<String, String> form(String app, String summary) {
        return new HashMap<>(Map.of(
                "type",
                "SUPPORT_REQUEST",
                "severity",
                "LEVEL_2",
                "app",
                one("select id::text from app where key = '" + app + "'"),
                "appVersion",
                "3.2",
                "about.host",
                one("select id::text from platform where key = '" + (app.equals("courier") ? "jira" : "confluence")
                        + "'"),
                "about.hostVersion",
                app.equals("courier") ? "10.3.1" : "9.4.1",
                "summary",
                summary,
                "description",
                "words"));
    }

    private String ticket(Visitor.Page sent) {
        assertThat(sent.status()).as(sent.body()).isEqualTo(302);
        return sent.location().replaceAll(".*/tickets/|/confirmation", "");
    }

    private String live(String... fields) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/tickets/coverage");
        for (int i = 0; i < fields.length; i += 2) {
            address.queryParam(fields[i], fields[i + 1]);
        }
        return marta.get(address.build().encode().toUriString()).body();
    }

    private String column(String number, String column) {
        return one("select " + column + " from ticket where number = " + number.replace("SUP-", ""));
    }

    /** All letters about a ticket. */
    private String letters(String number) {
        return one("select string_agg(body_text, ' ') from letter where ticket_number = " + number.replace("SUP-", ""));
    }

    private static Map<String, String> seen(String version, String... more) {
        Map<String, String> fields = new HashMap<>(Map.of("seen", version));
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        return fields;
    }

    @Test
    void what_is_covered_is_promised_and_keeps_its_evidence() {
        String number = ticket(marta.post("/tickets", form("signpost", "Covered")));
        assertThat(column(number, "coverage")).isEqualTo("COVERED");
        assertThat(marta.get("/tickets/" + number).body())
                .contains("Covered")
                .contains("Mon 18 Jun, 14:00 CEST")
                .doesNotContain("Nordlicht Pumps</dd>");
        assertThat(ada.get("/tickets/" + number).body()).contains("SEN-20001 · Nordlicht Pumps");
        database.sql("update licence set ends_on = ends_on - 4000 where sen = 'SEN-20001'")
                .update();
        try {
            assertThat(ada.get("/tickets/" + number).body())
                    .contains("Data Center")
                    .doesNotContain("Not covered");
        } finally {
            database.sql("update licence set ends_on = ends_on + 4000 where sen = 'SEN-20001'")
                    .update();
        }
    }

    @Test
    void what_is_not_covered_is_not_sent_before_one_has_read_so() {
        Visitor.Page page = marta.post("/tickets", form("courier", "Not read yet"));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body())
                .contains("As it stands, this request is not covered")
                .contains("Licence SEN-20003 ended on")
                .contains("Ask for additional support")
                .contains("Not read yet");
        assertThat(one("select count(*)::text from ticket where summary = 'Not read yet'"))
                .isEqualTo("0");
    }

    @Test
    void a_dispute_is_promised_from_the_moment_somebody_accepts_it() {
        Map<String, String> form = form("courier", "Disputed");
        form.put("action", "dispute");
        assertThat(marta.post("/tickets", form).body()).contains("Enter why you think that it is covered");
        form.put("about.objection", "We renewed it yesterday");
        String number = ticket(marta.post("/tickets", form));
        assertThat(column(number, "admission")).isEqualTo("DISPUTED");
        assertThat(marta.get("/tickets/" + number).body())
                .contains("We renewed it yesterday")
                .contains("We look whether this is covered")
                .contains("until then nothing is promised");
        assertThat(letters(number)).contains("Our rules do not cover the request");
        assertThat(one("select count(*)::text from promise where ticket_number = " + number.replace("SUP-", "")))
                .isEqualTo("0");
        assertThat(ada.get("/queue?q=coverage:undecided").body())
                .contains(number)
                .contains("Not covered, disputed");

        ada.get("/tickets/" + number);
        assertThat(ada.post("/tickets/" + number + "/coverage/acceptance", seen("0"))
                        .body())
                .contains("Enter a reason");
        assertThat(ada.post("/tickets/" + number + "/coverage/acceptance", seen("0", "reason", "Invoice seen"))
                        .status())
                .isEqualTo(302);
        assertThat(letters(number)).contains("take it on").contains("Mon 18 Jun, 14:00 CEST");
        assertThat(marta.get("/tickets/" + number).body()).contains("Mon 18 Jun, 14:00 CEST");
        assertThat(ada.get("/tickets/" + number).body())
                .contains("accepted the request")
                .contains("Invoice seen");
        assertThat(marta.get("/tickets/" + number).body()).doesNotContain("Invoice seen");
        assertThat(ada.post("/tickets/" + number + "/coverage/acceptance", seen("1", "reason", "again"))
                        .body())
                .contains("has been decided");
    }

    @Test
    void declining_is_an_answer_to_the_customer() {
        Map<String, String> form = form("courier", "Declined");
        form.put("action", "paid");
        form.put("about.objection", "What would it cost?");
        String number = ticket(marta.post("/tickets", form));
        ada.get("/tickets/" + number);
        assertThat(ada.post("/tickets/" + number + "/coverage/refusal", seen("0"))
                        .body())
                .contains("Enter an answer");
        ada.get("/tickets/" + number);
        assertThat(ada.post("/tickets/" + number + "/coverage/refusal", seen("0", "text", "It ended in May, sorry."))
                        .status())
                .isEqualTo(302);
        assertThat(marta.get("/tickets/" + number).body())
                .contains("It ended in May, sorry.")
                .contains("it is not covered");
        assertThat(column(number, "admission")).isEqualTo("DECLINED");
    }

    @Test
    void rules_asked_again_see_what_has_changed_and_keep_what_they_said() {
        Map<String, String> form = form("courier", "Renewed meanwhile");
        form.put("action", "dispute");
        form.put("about.objection", "Renewed");
        String number = ticket(marta.post("/tickets", form));
        ada.get("/tickets/" + number);
        database.sql("update licence set ends_on = ends_on + 4000 where sen = 'SEN-20003'")
                .update();
        try {
            ada.post("/tickets/" + number + "/coverage/check", seen("0"));
        } finally {
            database.sql("update licence set ends_on = ends_on - 4000 where sen = 'SEN-20003'")
                    .update();
        }
        assertThat(column(number, "coverage || admission")).isEqualTo("COVEREDFREE");
        assertThat(ada.get("/tickets/" + number).body())
                .contains("Judged before")
                .contains("for Ada Brook");
        assertThat(one("select string_agg(verdict, ' ' order by ordinal) from coverage_judgement where ticket_number = "
                        + number.replace("SUP-", "")))
                .isEqualTo("NOT_COVERED COVERED");
    }

    @Test
    void a_number_of_others_is_known_and_no_more() {
        String app = one("select id::text from app where key = 'signpost'");
        String known =
                live("type", "SUPPORT_REQUEST", "app", app, "about.licence", "e-3aa-002", "about.hosting", "CLOUD");
        assertThat(known).contains("Covered").doesNotContain("Kestrel").doesNotContain("20");
        assertThat(live("type", "SUPPORT_REQUEST", "app", app, "about.licence", "SEN-999"))
                .contains("We do not know SEN-999 as a licence for Signpost");
        String brightwater = one("select id::text from app where key = 'ledger'");
        assertThat(live("type", "SUPPORT_REQUEST", "app", brightwater, "about.licence", "SEN-20006"))
                .contains("Licence SEN-20006 is no longer current")
                .doesNotContain("Brightwater");
    }

    /** The vendor is in Berlin: in June its days begin at 22:00 of the day before in UTC. */
    @Test
    void the_last_day_of_a_licence_ends_at_midnight_in_berlin() {
        String app = one("select id::text from app where key = 'courier'");
        String end = one("select ends_on::text from licence where sen = 'SEN-20003'");
        database.sql("update licence set ends_on = '2035-06-18' where sen = 'SEN-20003'")
                .update();
        try {
            clock.set(Instant.parse("2035-06-18T21:59:59Z"));
            assertThat(live("app", app, "type", "BUG_REPORT"))
                    .contains("Licence SEN-20003 ends on 18 June 2035")
                    .doesNotContain("Not covered");
            clock.set(Instant.parse("2035-06-18T22:00:00Z"));
            assertThat(live("app", app, "type", "BUG_REPORT"))
                    .contains("Licence SEN-20003 ended on 18 June 2035")
                    .contains("Not covered");
        } finally {
            clock.set(TestTime.MONDAY_AT_TEN);
            database.sql("update licence set ends_on = cast(:end as date) where sen = 'SEN-20003'")
                    .param("end", end)
                    .update();
        }
    }

    @Test
    void the_form_begins_with_what_was_said_last_of_that_app() {
        String signpost = one("select id::text from app where key = 'signpost'");
        String beacon = one("select id::text from app where key = 'beacon'");
        ticket(marta.post("/tickets", form("signpost", "Said last")));
        assertThat(marta.get("/tickets/new").body())
                .contains("name=\"about.of\" value=\"" + signpost + "\"")
                .contains("value=\"9.4.1\"")
                .contains("3.2 ·");
        assertThat(marta.get("/tickets/about?type=BUG_REPORT&app=" + signpost).body())
                .contains("value=\"9.4.1\"")
                .contains("id=\"verdict\"")
                .contains("hx-swap-oob=\"true\"");
        assertThat(marta.get("/tickets/about?type=BUG_REPORT&app=" + beacon).body())
                .doesNotContain("value=\"9.4.1\"")
                .contains("open=\"open\"");
        assertThat(marta.get("/tickets/about").status()).isEqualTo(200);
    }

    @Test
    void without_script_what_belongs_to_another_app_is_not_sent_unseen() {
        String signpost = one("select id::text from app where key = 'signpost'");
        ticket(marta.post("/tickets", form("signpost", "Said of this app")));
        marta.get("/tickets/new?app=" + signpost);
        Map<String, String> form = form("signpost", "Said of another app");
        form.put("app", one("select id::text from app where key = 'beacon'"));
        Visitor.Page page = marta.post("/tickets", form);
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("You have chosen another app").contains("open=\"open\"");
        form.put("appVersion", "1.0");
        assertThat(marta.post("/tickets", form).body()).doesNotContain("You have chosen another app");
    }

    @Test
    void nobody_finds_the_numbers_of_others_by_trying() {
        String app = one("select id::text from app where key = 'signpost'");
        database.sql("delete from bucket").update();
        try {
            live("app", app, "about.licence", "9".repeat(101));
            assertThat(one("select count(*)::text from bucket where id like 'LICENCES%'"))
                    .isEqualTo("0");
            for (int i = 0; i < 20; i++) {
                assertThat(live("app", app, "about.licence", "SEN-9000" + i)).contains("We do not know SEN-9000" + i);
            }
            assertThat(live("app", app, "about.licence", "SEN-90000")).contains("We do not know SEN-90000");
            assertThat(live("app", app, "about.licence", "SEN-20005"))
                    .contains("You have tried many licence numbers")
                    .contains("Could not be checked");
            assertThat(live("app", app, "about.licence", "SEN-20001")).doesNotContain("You have tried");
            Map<String, String> form = form("signpost", "Nothing is promised for a guess");
            form.put("about.licence", "SEN-90021");
            marta.get("/tickets/new");
            Visitor.Page refused = marta.post("/tickets", form);
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.body()).contains("Too many licence numbers were tried");
            form.put("about.licence", "");
            ticket(marta.post("/tickets", form));
        } finally {
            database.sql("delete from bucket").update();
        }
    }

    @Test
    void the_form_offers_ones_own_licences_only() {
        assertThat(marta.get("/tickets/new").body())
                .contains("SEN-20001")
                .contains("E-3AA-001")
                .doesNotContain("E-3AA-002")
                .doesNotContain("SEN-20005");
    }

    @Test
    void an_idea_is_not_judged() {
        Map<String, String> form = form("courier", "An idea");
        form.put("type", "IDEA");
        String number = ticket(marta.post("/tickets", form));
        assertThat(column(number, "coalesce(coverage, 'none')")).isEqualTo("none");
        assertThat(live("type", "IDEA", "app", "1")).doesNotContain("overed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-1", "9223372036854775808", "0", "999999999"})
    void an_app_or_platform_that_is_none_is_no_failure(String number) {
        assertThat(marta.get("/tickets/coverage?type=BUG_REPORT&app=" + number).status())
                .isEqualTo(200);
        Map<String, String> form = form("signpost", "Odd platform");
        form.put("about.host", number);
        form.put("about.hosting", number);
        assertThat(marta.post("/tickets", form).status()).isIn(302, 422);
    }

    @Test
    void words_that_no_column_keeps_are_answered_in_words() {
        Map<String, String> form = form("signpost", "Odd words");
        form.put("about.licence", "SEN\0");
        form.put("about.hostVersion", "9".repeat(300));
        assertThat(marta.get("/tickets/coverage?app=" + form.get("app") + "&about.licence=%00")
                        .status())
                .isEqualTo(200);
        marta.get("/tickets/new");
        Visitor.Page wrong = marta.post("/tickets", form);
        assertThat(wrong.status()).as(wrong.location()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("A version must have at most 200 characters")
                .contains("There is a problem");
        form.put("about.licence", "%' or 1=1 --");
        form.put("about.hostVersion", "9999999999.${7*7}");
        Visitor.Page odd = marta.post("/tickets", form);
        assertThat(odd.status()).isEqualTo(422);
        assertThat(odd.body())
                .contains("We do not know %&#39; or 1=1 -- as a licence")
                .doesNotContain("9999999999.49");
    }

    @Test
    void a_lead_gives_grace_and_two_leads_at_once_lose_nothing() {
        Visitor dana = new Visitor(port).signedIn("dana@desk.example");
        dana.get("/scope");
        Map<String, String> form =
                new HashMap<>(Map.of("graceDays", "366", "warnDays", "30", "rules", "LICENCE_EXPIRED"));
        assertThat(dana.post("/scope", form).status()).isEqualTo(302);
        try {
            String app = one("select id::text from app where key = 'courier'");
            assertThat(live("type", "SUPPORT_REQUEST", "app", app))
                    .contains("counts until")
                    .contains("Covered");
            form.put("basedOn", "1");
            assertThat(dana.post("/scope", form).body()).contains("Somebody else has published meanwhile");
            for (String days : new String[] {"-1", "367", "x", "", "1e1", "99999999999"}) {
                form.put("graceDays", days);
                assertThat(dana.post("/scope", form).body()).contains("Enter a number of days from 0 to 366");
            }
            assertThat(dana.get("/report/coverage").body()).contains("Courier Notifications");
        } finally {
            database.sql("delete from scope_version").update();
        }
    }
}
