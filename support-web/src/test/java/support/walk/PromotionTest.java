package support.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import support.people.PartnerKind;
import support.people.Viewer;
import support.people.persistence.People;
import support.promotion.Campaign;
import support.promotion.Customer;
import support.promotion.Refusal;
import support.promotion.app.ExpiryReminder;
import support.promotion.app.PromotionDesk;
import support.promotion.app.Taking;
import support.promotion.persistence.Handouts;
import support.testing.SettableClock;
import support.testing.TestTime;

/** Promo codes: brought by leads, taken by partners, never given twice. */
@DeskTest
class PromotionTest {
    private static final LocalDate TODAY = LocalDate.of(2035, 6, 18);

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @Autowired
    SettableClock clock;

    @Autowired
    People people;

    @Autowired
    PromotionDesk desk;

    @Autowired
    ExpiryReminder reminder;

    @Autowired
    Handouts handouts;

    @Autowired
    TransactionTemplate transaction;

    private Visitor lena = new Visitor(0);
    private Visitor dana = new Visitor(0);

    @BeforeEach
    void comeIn() {
        // other tests end partnerships
        database.sql(
                        "update partner set standing = 'ACTIVE', first_day = '2035-01-01', last_day = null where organisation_id in"
                                + " (select organisation_id from person where email in ('lena@maplework.example', 'robin@pinecrest.example'))")
                .update();
        lena = new Visitor(port).signedIn("lena@maplework.example");
        dana = new Visitor(port).signedIn("dana@desk.example");
    }

    @AfterEach
    void turnBack() {
        clock.set(TestTime.MONDAY_AT_TEN);
    }

    private Viewer person(String address) {
        long id = database.sql("select id from person where email = :address")
                .param("address", address)
                .query(Long.class)
                .single();
        return people.viewer(id).orElseThrow();
    }

    private String one(String sql) {
        return database.sql(sql).query(String.class).single();
    }

    private long campaign(String name, int quota, LocalDate lastDay, int codes) {
        long app = database.sql("select id from app where key = 'signpost'")
                .query(Long.class)
                .single();
        Campaign campaign =
                new Campaign(0, app, name, "20 %", Set.of(PartnerKind.values()), quota, TODAY.minusDays(9), lastDay, 0);
        long id = desk.add(campaign, person("dana@desk.example"));
        if (codes > 0) {
            desk.make(id, codes, person("dana@desk.example"));
        }
        return id;
    }

    private Visitor.Page takes(Visitor visitor, long campaign, String customer) {
        visitor.get("/codes/" + campaign);
        return visitor.post("/codes/" + campaign, Map.of("customer", customer));
    }

    private Visitor.Page brings(long campaign, String file) {
        dana.get("/campaigns/" + campaign);
        return dana.post(
                "/campaigns/" + campaign + "/codes",
                Map.of(),
                new Visitor.Upload("file", "codes.csv", file.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void a_partner_takes_a_code_for_a_named_customer_and_it_stays_on_record() {
        long campaign = campaign("Taken once", 2, TODAY.plusDays(30), 3);
        Visitor.Page sent = takes(lena, campaign, "Vole & Daughters");
        assertThat(sent.status()).as(sent.body()).isEqualTo(302);
        String code = one("select p.code from promo_handout h join promo_code p on p.id = h.code_id"
                + " where h.customer = 'Vole & Daughters'");
        assertThat(lena.get(sent.location()).body())
                .contains("This is the code", code, "Vole &amp; Daughters", "until 18 Jul 2035, 24:00 CEST");
        assertThat(dana.get("/campaigns/" + campaign).body())
                .contains(code, "Lena Forst", "Maplework Consulting", "1 of 2");
        assertThat(dana.get("/campaigns/" + campaign + "/codes.csv").body())
                .contains(code + ",Taken once,")
                .contains(",GIVEN,Maplework Consulting,Vole & Daughters,Lena Forst,2035-06-18T08:00:00Z,");
        assertThat(one("select count(*)::text from audit_entry where deed = 'PROMO_CODE_TAKEN' and subject = 'campaign:"
                        + campaign + "'"))
                .isEqualTo("1");
    }

    @Test
    void a_form_that_is_sent_twice_takes_one_code() {
        long campaign = campaign("Sent twice", 5, TODAY.plusDays(30), 3);
        lena.get("/codes/" + campaign);
        Map<String, String> form =
                Map.of("customer", "Twice Ltd", "nonce", UUID.randomUUID().toString());
        String first = lena.post("/codes/" + campaign, form).location();
        assertThat(lena.post("/codes/" + campaign, form).location()).isEqualTo(first);
        assertThat(one("select held::text from promo_share where campaign_id = " + campaign))
                .isEqualTo("1");
    }

    @Test
    void whatever_is_typed_as_a_customer_stays_one_line_of_text() {
        long campaign = campaign("Odd names", 5, TODAY.plusDays(30), 5);
        takes(lena, campaign, "=Odd\r\nBcc: x@y.example \0<script>alert(1)</script> \uD83D\uDE80");
        String kept = "=Odd Bcc: x@y.example <script>alert(1)</script> \uD83D\uDE80";
        assertThat(one(
                        "select customer from promo_handout h join promo_code p on p.id = h.code_id where p.campaign_id = "
                                + campaign))
                .isEqualTo(kept);
        assertThat(lena.get("/codes").body()).contains("&lt;script&gt;alert(1)").doesNotContain("<script>alert(1)");
        assertThat(dana.get("/campaigns/" + campaign + "/codes.csv").body()).contains("'" + kept);
        for (String wrong : List.of("", " \r\n\0", "x".repeat(201))) {
            Visitor.Page page = takes(lena, campaign, wrong);
            assertThat(page.status()).isEqualTo(422);
            assertThat(page.body()).contains("Enter the name of the customer");
        }
    }

    @Test
    void of_forty_who_want_one_of_the_last_five_codes_at_once_five_get_one_each() throws Exception {
        long campaign = campaign("Last five", 100, TODAY.plusDays(30), 5);
        assertThat(rush(campaign))
                .hasSize(40)
                .filteredOn(Taking.Given.class::isInstance)
                .hasSize(5);
        assertThat(one("select count(*) || ' ' || count(distinct h.code_id) from promo_handout h"
                        + " join promo_code p on p.id = h.code_id where p.campaign_id = " + campaign))
                .isEqualTo("5 5");
        assertThat(rush(campaign)).containsOnly(new Taking.Refused(Refusal.NONE_LEFT));
    }

    @Test
    void a_quota_holds_for_each_partner_whoever_asks_at_once() throws Exception {
        long campaign = campaign("Three each", 3, TODAY.plusDays(30), 30);
        assertThat(rush(campaign)).filteredOn(Taking.Given.class::isInstance).hasSize(6);
        assertThat(one("select string_agg(held::text, ' ') from promo_share where campaign_id = " + campaign))
                .isEqualTo("3 3");
        assertThat(takes(lena, campaign, "One more").body())
                .contains("as many codes of this campaign as each partner may");
    }

    /** Forty at once, of two partners. */
    private List<Taking> rush(long campaign) throws Exception {
        List<Viewer> buyers = List.of(person("lena@maplework.example"), person("robin@pinecrest.example"));
        List<Callable<Taking>> wishes = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Viewer buyer = buyers.get(i % 2);
            Customer customer = new Customer("Customer " + i);
            wishes.add(() -> desk.take(campaign, customer, UUID.randomUUID(), buyer));
        }
        List<Taking> answers = new ArrayList<>();
        try (ExecutorService crowd = Executors.newFixedThreadPool(40)) {
            for (Future<Taking> answer : crowd.invokeAll(wishes)) {
                answers.add(answer.get());
            }
        }
        return answers;
    }

    @Test
    void a_file_brings_what_is_new_and_names_each_line_that_it_left_out() {
        long campaign = campaign("From a file", 5, TODAY.plusDays(30), 0);
        String file = "\uFEFFCampaign;Promo code;Note\r\nx;WALK-0001;\r\nx;walk-0001;again\r\nx; ;blank\r\n"
                + "x;=1+1;formula\r\n\r\nx;WALK-0002\r\nx;no code at all;\r\n";
        assertThat(brings(campaign, file).body())
                .contains("2 codes are new, 5 lines were left out")
                .containsPattern("(?s)>3</td>\\s*<td>Stands further up")
                .containsPattern("(?s)>4</td>\\s*<td>There is no code")
                .containsPattern("(?s)>5</td>\\s*<td>A spreadsheet would")
                .containsPattern("(?s)>6</td>\\s*<td>There is no code")
                .containsPattern("(?s)>8</td>\\s*<td>No code: 4 to 40");
        assertThat(brings(campaign, file).body()).contains("No code is new").contains("Was there before");
        long other = campaign("Another", 5, TODAY.plusDays(30), 0);
        assertThat(brings(other, "walk-0002\nWALK-0003").body())
                .contains("One code is new, one line was left out")
                .contains("Was there before");
        assertThat(brings(other, "\"WALK-0004").status()).isEqualTo(200);
        assertThat(dana.get("/campaigns/" + other + "?search=walk-0003").body()).contains("WALK-0003");
    }

    @Test
    void a_campaign_ends_at_midnight_by_the_vendors_clock_wherever_the_partner_is() {
        long campaign = campaign("Until midnight", 5, TODAY, 5);
        Instant midnight = Instant.parse("2035-06-18T22:00:00Z");
        Visitor robin = new Visitor(port).signedIn("robin@pinecrest.example");
        assertThat(robin.get("/codes").body()).contains("until 18 Jun 2035, 24:00 CEST", "17:00 CDT your time");
        clock.set(midnight.minusSeconds(1));
        Visitor.Page before = takes(robin, campaign, "In time");
        assertThat(before.status()).as(before.body()).isEqualTo(302);
        robin.get("/codes/" + campaign);
        clock.set(midnight);
        Visitor.Page after = robin.post("/codes/" + campaign, Map.of("customer", "Too late"));
        assertThat(after.status()).isEqualTo(422);
        assertThat(after.body()).contains("This campaign is over: no code was taken.");
        assertThat(robin.get("/codes").body()).contains("In time").doesNotContain("Take a code of Until midnight");
    }

    @Test
    void what_is_no_campaign_is_refused_with_reasons_and_a_quota_of_none_gives_none() {
        dana.get("/campaigns/new");
        Visitor.Page page = dana.post(
                "/campaigns",
                Map.of(
                        "name",
                        " ",
                        "discount",
                        "",
                        "quota",
                        "-1",
                        "firstDay",
                        "2035-13-01",
                        "lastDay",
                        "x",
                        "app",
                        "0"));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body())
                .contains("Give it a name", "Choose for which partners", "from 0 to 10,000", "Enter a day like");
        long none = campaign("None for now", 0, TODAY.plusDays(30), 5);
        assertThat(lena.get("/codes").body()).contains("At the moment no codes of it are handed out.");
        assertThat(takes(lena, none, "Anybody").status()).isEqualTo(422);
    }

    @Test
    void a_code_that_is_withdrawn_goes_back_to_the_quota_and_its_partner_is_told() {
        long campaign = campaign("Called back", 1, TODAY.plusDays(30), 2);
        takes(lena, campaign, "Wrong Ltd");
        String code = one("select code_id::text from promo_handout where customer = 'Wrong Ltd'");
        dana.get("/campaigns/" + campaign);
        assertThat(dana.post("/campaigns/" + campaign + "/withdrawals", Map.of("code", code))
                        .location())
                .contains("noreason");
        for (int i = 0; i < 2; i++) {
            dana.post("/campaigns/" + campaign + "/withdrawals", Map.of("code", code, "reason", "Typed wrong"));
        }
        assertThat(new Letterbox(database).texts("lena@maplework.example"))
                .filteredOn(letter -> letter.contains("Wrong Ltd"))
                .singleElement()
                .asString()
                .contains("count no more", "Typed wrong");
        assertThat(lena.get("/codes").body()).contains("Withdrawn", "Typed wrong");
        assertThat(takes(lena, campaign, "Right Ltd").status()).isEqualTo(302);
    }

    @Test
    void whoever_loses_several_codes_has_one_letter_that_names_them_all() {
        long campaign = campaign("Several called back", 5, TODAY.plusDays(30), 3);
        takes(lena, campaign, "First Ltd");
        takes(lena, campaign, "Second Ltd");
        List<Long> codes = database.sql("select id from promo_code where campaign_id = " + campaign)
                .query((row, n) -> row.getLong("id"))
                .list();
        assertThat(desk.withdraw(campaign, codes, "All wrong", person("dana@desk.example")))
                .isEqualTo(3);
        assertThat(new Letterbox(database).texts("lena@maplework.example"))
                .filteredOn(letter -> letter.contains("All wrong"))
                .singleElement()
                .asString()
                .contains("First Ltd", "Second Ltd");
    }

    @Test
    void every_code_can_be_found_to_be_withdrawn_however_many_were_given() {
        long campaign = campaign("Many given", 300, TODAY.plusDays(30), 203);
        takes(lena, campaign, "Among many");
        String all = "/campaigns/" + campaign;
        String first = dana.get(all).body();
        assertThat(first).contains("Among many", "Further codes");
        assertThat(codes(first)).hasSize(200);
        String next =
                first.replaceAll("(?s).*href=\"([^\"]*after=[^\"]*)\".*", "$1").replace("&amp;", "&");
        String second = dana.get(next).body();
        assertThat(codes(second)).hasSize(3).doesNotContainAnyElementsOf(codes(first));
        assertThat(second).doesNotContain("Further codes");
        assertThat(codes(dana.get(all + "?state=GIVEN").body())).hasSize(1);
        String maplework = one("select id::text from organisation where name = 'Maplework Consulting'");
        assertThat(codes(dana.get(all + "?partner=" + maplework).body())).hasSize(1);
        assertThat(dana.get(all + "?state=x&partner=-1&after=FREE-x").status()).isEqualTo(200);
        assertThat(dana.get(all + "/codes.csv").body().lines()).hasSize(204);
    }

    private static List<String> codes(String page) {
        return Pattern.compile("name=\"code\" value=\"(\\d+)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void of_many_lines_that_were_left_out_the_first_are_named() {
        long campaign = campaign("Many wrong", 5, TODAY.plusDays(30), 0);
        String page =
                brings(campaign, "WALK-0099\n" + "no code at all\n".repeat(300)).body();
        assertThat(page).contains("One code is new, 300 lines were left out", "the first 200 of them");
        assertThat(page.split("No code: 4 to 40", -1)).hasSize(201);
    }

    @Test
    void a_campaign_of_an_app_that_is_retired_can_still_be_changed() {
        long campaign = campaign("Of an old app", 5, TODAY.plusDays(30), 0);
        String app =
                one("insert into app (key, name, ours, lifecycle) values ('walk.promo', 'Old promo', true, 'RETIRED')"
                        + " returning id::text");
        try {
            assertThat(changed(campaign, app, "0").status()).as("not its own").isEqualTo(422);
            database.sql("update campaign set app_id = " + app + " where id = " + campaign)
                    .update();
            assertThat(dana.get("/campaigns/" + campaign + "/edit").body()).contains("Old promo");
            assertThat(changed(campaign, app, "0").status()).isEqualTo(302);
        } finally {
            database.sql("delete from app where id = " + app).update();
        }
    }

    private Visitor.Page changed(long campaign, String app, String seen) {
        dana.get("/campaigns/" + campaign + "/edit");
        return dana.post(
                "/campaigns/" + campaign,
                Map.of(
                        "name", "Of an old app",
                        "app", app,
                        "discount", "20 %",
                        "kinds", "SOLUTION_PARTNER",
                        "quota", "5",
                        "firstDay", "2035-06-01",
                        "lastDay", "2035-07-01",
                        "seen", seen));
    }

    @Test
    void when_the_taker_has_left_whoever_manages_the_partner_is_told_that_codes_end() {
        long campaign = campaign("Left behind", 1, TODAY.plusDays(5), 3);
        Visitor nils = new Visitor(port).signedIn("nils@maplework.example");
        assertThat(takes(nils, campaign, "Orphan Ltd").status()).isEqualTo(302);
        database.sql("update person set state = 'DEACTIVATED' where email = 'nils@maplework.example'")
                .update();
        try {
            reminder.remind();
        } finally {
            database.sql("update person set state = 'ACTIVE' where email = 'nils@maplework.example'")
                    .update();
        }
        assertThat(told("lena@maplework.example", "Left behind")).isEqualTo(1);
    }

    @Test
    void whoever_is_suspended_while_a_form_is_open_takes_nothing_and_is_told_why() {
        long campaign = campaign("Suspended meanwhile", 5, TODAY.plusDays(30), 5);
        Viewer before = person("lena@maplework.example");
        lena.get("/codes/" + campaign);
        standing("SUSPENDED");
        try {
            Visitor.Page page = lena.post("/codes/" + campaign, Map.of("customer", "Nobody"));
            assertThat(page.status()).isEqualTo(404);
            assertThat(page.body()).contains("Your partnership is not active at the moment");
            assertThat(lena.get("/tickets").body()).contains("Your partnership is not active at the moment");
            assertThat(desk.take(campaign, new Customer("Nobody"), UUID.randomUUID(), before))
                    .isEqualTo(new Taking.Refused(Refusal.RESTING));
        } finally {
            standing("ACTIVE");
        }
        assertThat(lena.get("/tickets").body()).doesNotContain("Your partnership is not active");
        assertThat(one("select count(*)::text from promo_handout where customer = 'Nobody'"))
                .isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "update partner set standing = 'SUSPENDED' where organisation_id = :partner and :campaign > 0 | RESTING",
                "update campaign set last_day = '2035-06-17' where id = :campaign and :partner > 0 | OVER",
                "update campaign set quota = 0 where id = :campaign and :partner > 0 | QUOTA"
            })
    void what_changes_while_one_waits_for_ones_turn_counts(String change, Refusal why) throws Exception {
        long campaign = campaign("Waited for", 5, TODAY.plusDays(30), 5);
        Viewer taker = person("lena@maplework.example");
        long partner = Objects.requireNonNull(taker.organisation());
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<Taking> asked = transaction.execute(held -> {
                handouts.share(campaign, partner);
                Future<Taking> waits =
                        other.submit(() -> desk.take(campaign, new Customer("Late"), UUID.randomUUID(), taker));
                await().until(this::somebodyWaits);
                database.sql(change)
                        .param("partner", partner)
                        .param("campaign", campaign)
                        .update();
                return waits;
            });
            assertThat(asked.get()).isEqualTo(new Taking.Refused(why));
        } finally {
            standing("ACTIVE");
        }
    }

    private boolean somebodyWaits() {
        return database.sql("select exists (select from pg_stat_activity where wait_event_type = 'Lock'"
                        + " and datname = current_database())")
                .query(Boolean.class)
                .single();
    }

    private void standing(String standing) {
        database.sql("update partner set standing = :standing where organisation_id ="
                        + " (select id from organisation where name = 'Maplework Consulting')")
                .param("standing", standing)
                .update();
    }

    @Test
    void whoever_took_codes_is_told_once_that_they_end_soon() {
        long campaign = campaign("Ends soon", 5, TODAY.plusDays(8), 5);
        takes(lena, campaign, "Slow Ltd");
        reminder.remind();
        assertThat(told("lena@maplework.example", "Ends soon")).isZero();
        clock.advance(Duration.ofDays(1));
        reminder.remind();
        clock.advance(Duration.ofDays(1));
        reminder.remind();
        assertThat(told("lena@maplework.example", "Ends soon")).isEqualTo(1);
        assertThat(told("dana@desk.example", "Ends soon")).isEqualTo(1);
        assertThat(told("robin@pinecrest.example", "Ends soon"))
                .as("may still take some")
                .isEqualTo(1);
    }

    private long told(String address, String words) {
        return new Letterbox(database)
                .texts(address).stream()
                        .filter(letter -> letter.contains("\"" + words + "\""))
                        .count();
    }
}
