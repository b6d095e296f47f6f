package support.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import support.testing.SettableClock;
import support.testing.TestDatabase;
import support.testing.TestTime;

/** How an organisation becomes a partner, stays one and ends to be one, by its manager and by the leads of the desk. */
@DeskTest
class PartnersTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate TODAY = LocalDate.ofInstant(TestTime.MONDAY_AT_TEN, BERLIN);

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @Autowired
    SettableClock clock;

    @Autowired
    TestDatabase.Copy copy;

    private Visitor edith = new Visitor(0);
    private Visitor dana = new Visitor(0);

    @BeforeEach
    void comeIn() {
        clock.set(TestTime.MONDAY_AT_TEN);
        edith = new Visitor(port).signedIn("edith@brightwater.example");
        dana = new Visitor(port).signedIn("dana@desk.example");
    }

    @AfterEach
    void be_no_partner_any_more() {
        database.sql("delete from partner_event where organisation_id = " + brightwater())
                .update();
        database.sql("delete from partner where organisation_id = " + brightwater())
                .update();
        clock.set(TestTime.MONDAY_AT_TEN);
    }

    private String one(String sql) {
        return database.sql(sql).query(String.class).single();
    }

    private String brightwater() {
        return one("select id::text from organisation where name = 'Brightwater Council'");
    }

    private String standing() {
        return one("select coalesce((select standing from partner where organisation_id = " + brightwater() + "), '')");
    }

    private Visitor.Page apply(Visitor by) {
        by.get("/partnership");
        return by.post(
                "/partnership/application", Map.of("kind", "SOLUTION_PARTNER", "words", "We help other councils."));
    }

    private Visitor.Page step(String door, Map<String, String> fields) {
        dana.get("/partners/" + brightwater());
        Map<String, String> form = new HashMap<>(fields);
        form.putIfAbsent("seen", one("select version::text from partner where organisation_id = " + brightwater()));
        return dana.post("/partners/" + brightwater() + "/" + door, form);
    }

    private Visitor.Page approve(LocalDate first, String last) {
        return step("approval", Map.of("kind", "SOLUTION_PARTNER", "first", first.toString(), "last", last));
    }

    private void becomePartner() {
        assertThat(apply(edith).location()).isEqualTo("/partnership");
        assertThat(approve(TODAY, TODAY.plusDays(30).toString()).status()).isEqualTo(302);
    }

    private List<String> letters(String address) {
        return new Letterbox(database)
                .texts(address).stream()
                        .map(text -> text.replaceAll("\\s+", " "))
                        .toList();
    }

    private String listed(String standing) {
        return dana.get("/partners?standing=" + standing).body();
    }

    private boolean hasLane() {
        return edith.get("/lane").status() == 200;
    }

    @Test
    void a_manager_applies_a_lead_approves_and_it_counts_at_once() {
        assertThat(edith.get("/partnership").body()).contains("You are no partner of ours yet.");
        assertThat(hasLane()).isFalse();
        assertThat(apply(edith).location()).isEqualTo("/partnership");
        assertThat(letters("dana@desk.example").getFirst())
                .startsWith("Brightwater Council wants to be a partner")
                .contains("We help other councils.")
                .contains("/partners/" + brightwater());
        assertThat(edith.get("/partnership").body()).contains("We have not answered yet.");
        assertThat(hasLane()).isFalse();
        assertThat(dana.get("/partners").body()).contains("Brightwater Council");

        assertThat(approve(TODAY, TODAY.plusDays(30).toString()).location()).isEqualTo("/partners/" + brightwater());
        assertThat(hasLane()).isTrue();
        assertThat(letters("edith@brightwater.example").getFirst())
                .startsWith("You are a partner")
                .contains("Solution partner, until 18 July 2035");
        assertThat(edith.get("/partnership").body())
                .contains("Solution partner since 18 June 2035, until 18 July 2035.")
                .contains("Dana Ridge looks after you")
                .contains("Dana Ridge approved it");
        assertThat(dana.get("/partners/" + brightwater()).body())
                .contains("Edith Marlow applied: Solution partner")
                .contains("We help other councils.");
    }

    @Test
    void suspended_resumed_and_ended_it_counts_with_the_next_request() {
        becomePartner();
        step("suspension", Map.of("words", "An invoice is open."));
        assertThat(hasLane()).isFalse();
        assertThat(letters("edith@brightwater.example").getFirst()).contains("An invoice is open.");
        assertThat(edith.get("/partnership").body()).contains("but suspended at present");
        step("resumption", Map.of());
        assertThat(hasLane()).isTrue();
        step("owner", Map.of("owner", one("select id::text from person where email = 'ada@desk.example'")));
        assertThat(edith.get("/partnership").body()).contains("Ada Brook looks after you");
        step("prolongation", Map.of("last", ""));
        assertThat(edith.get("/partnership").body()).contains("until further notice");
        step("end", Map.of("words", "As agreed."));
        assertThat(hasLane()).isFalse();
        assertThat(edith.get("/partnership").body())
                .contains("the partnership has ended")
                .contains("Apply for a partnership");
        assertThat(one("select string_agg(step, ' ' order by id) from partner_event where organisation_id = "
                        + brightwater()))
                .isEqualTo("APPLIED APPROVED SUSPENDED RESUMED HANDED_OVER PROLONGED ENDED");
        assertThat(one(
                        "select string_agg(deed, ' ' order by id) from audit_entry where deed like 'PARTNER%' and subject = 'organisation:"
                                + brightwater() + "'"))
                .contains("PARTNER_APPLIED")
                .contains("PARTNER_SUSPENDED")
                .endsWith("PARTNER_ENDED");
    }

    @Test
    void what_was_refused_says_why_and_can_be_asked_again() {
        apply(edith);
        step("refusal", Map.of("words", "Councils do not resell."));
        assertThat(letters("edith@brightwater.example").getFirst()).contains("Councils do not resell.");
        assertThat(edith.get("/partnership").body()).contains("The application as Solution partner was refused.");
        assertThat(apply(edith).location()).isEqualTo("/partnership");
        assertThat(standing()).isEqualTo("APPLIED");
    }

    @Test
    void applying_twice_changes_nothing_and_says_so() {
        apply(edith);
        Visitor.Page second = apply(edith);
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.body()).contains("An application is here already");
        assertThat(one("select count(*)::text from partner_event where organisation_id = " + brightwater()))
                .isEqualTo("1");
        approve(TODAY, "");
        assertThat(apply(edith).status()).isEqualTo(409);
        assertThat(standing()).isEqualTo("ACTIVE");
    }

    @Test
    void whoever_does_not_manage_reads_and_cannot_apply() {
        Visitor tom = new Visitor(port).signedIn("tom@brightwater.example");
        assertThat(tom.get("/partnership").body())
                .contains("You are no partner of ours yet.")
                .contains("Whoever manages your organisation can apply.")
                .doesNotContain("/partnership/application");
        assertThat(apply(tom).status()).isEqualTo(404);
        assertThat(standing()).isEmpty();
    }

    @Test
    void of_two_leads_at_once_one_is_told_that_the_other_was_faster() {
        apply(edith);
        String seen = one("select version::text from partner where organisation_id = " + brightwater());
        assertThat(approve(TODAY, "").status()).isEqualTo(302);
        Visitor.Page late = step("refusal", Map.of("words", "No.", "seen", seen));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("Somebody else has changed this partnership meanwhile");
        Visitor.Page again = step("refusal", Map.of("words", "No."));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body()).contains("The partnership is active");
        assertThat(standing()).isEqualTo("ACTIVE");
    }

    @ParameterizedTest
    @CsvSource({
        "2035-06-20, 2035-06-19, The last day comes before the first",
        "2035-06-01, 2035-06-17, The last day has passed already",
        "'', 2035-06-19, Enter the first day",
        "tomorrow, '', Enter a day such as",
        "2035-02-30, '', Enter a day such as",
        "2035-06-18, +999999999-12-31, Enter a day such as",
        "0001-01-01, '', Enter a day such as"
    })
    void days_that_nobody_can_mean_are_said_beside_the_field(String first, String last, String said) {
        apply(edith);
        Visitor.Page page = step("approval", Map.of("kind", "SOLUTION_PARTNER", "first", first, "last", last));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains(said);
        assertThat(standing()).isEqualTo("APPLIED");
    }

    @Test
    void what_is_missing_or_absurd_is_said_and_changes_nothing() {
        edith.get("/partnership");
        assertThat(edith.post("/partnership/application", Map.of("kind", "KING", "words", " "))
                        .body())
                .contains("Choose as what")
                .contains("Write a few words");
        assertThat(edith.post("/partnership/application", Map.of("kind", "SOLUTION_PARTNER", "words", "x".repeat(2001)))
                        .body())
                .contains("under 2,000");
        becomePartner();
        assertThat(step("suspension", Map.of("words", "")).body()).contains("Say why: the partner reads it");
        assertThat(step("owner", Map.of("owner", "999999")).body()).contains("Choose somebody who answers customers");
        assertThat(step("owner", Map.of("owner", one("select id::text from person where email = 'linus@desk.example'")))
                        .status())
                .isEqualTo(422);
        assertThat(step("prolongation", Map.of("last", TODAY.minusDays(1).toString()))
                        .status())
                .isEqualTo(422);
        assertThat(step("suspension", Map.of("words", "x", "seen", "no number")).status())
                .isEqualTo(409);
        assertThat(standing()).isEqualTo("ACTIVE");
    }

    @Test
    void it_begins_on_its_first_day_and_ends_with_its_last_in_the_vendors_zone() {
        apply(edith);
        approve(TODAY.plusDays(1), TODAY.plusDays(2).toString());
        assertThat(hasLane()).isFalse();
        assertThat(edith.get("/partnership").body()).contains("It has not begun yet");
        Instant first = TODAY.plusDays(1).atStartOfDay(BERLIN).toInstant();
        clock.set(first.minusMillis(1));
        assertThat(hasLane()).isFalse();
        clock.set(first);
        assertThat(hasLane()).isTrue();
        Instant over = TODAY.plusDays(3).atStartOfDay(BERLIN).toInstant();
        clock.set(over.minusMillis(1));
        assertThat(hasLane()).isTrue();
        assertThat(listed("ACTIVE")).contains("Brightwater Council");
        clock.set(over);
        assertThat(hasLane()).isFalse();
        assertThat(listed("ACTIVE")).doesNotContain("Brightwater Council");
        assertThat(listed("ENDED")).as("no timer has looked yet").contains("Brightwater Council");
        assertThat(edith.get("/partnership").body()).contains("the partnership has ended");
        assertThat(step("prolongation", Map.of("last", TODAY.plusDays(9).toString()))
                        .body())
                .contains("The partnership has ended");
        assertThat(apply(edith).location()).isEqualTo("/partnership");
        assertThat(one("select string_agg(step, ' ' order by id) from partner_event where organisation_id = "
                        + brightwater()))
                .isEqualTo("APPLIED APPROVED RAN_OUT APPLIED");
    }

    /** SQL judges who is a partner, Java says what day it is: they may never differ. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2035-06-17T21:59:59.999999Z",
                "2035-06-17T22:00:00Z",
                "2035-01-01T22:59:59.999999Z",
                "2035-01-01T23:00:00Z",
                "2035-03-25T00:59:59Z",
                "2035-10-28T22:59:59Z"
            })
    void the_database_and_the_desk_mean_the_same_day(Instant at) {
        assertThat(database.sql("select desk_day(:at)")
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(LocalDate.ofInstant(at, BERLIN));
    }

    @Test
    void what_happened_cannot_be_rewritten() {
        apply(edith);
        String rewrite = "update partner_event set words = 'other'";
        assertThatThrownBy(() -> database.sql(rewrite).update())
                .hasRootCauseMessage("ERROR: permission denied for table partner_event");
        JdbcClient owner = JdbcClient.create(new DriverManagerDataSource(
                copy.owner().getJdbcUrl(),
                copy.owner().getUsername(),
                copy.owner().getPassword()));
        assertThatThrownBy(() -> owner.sql(rewrite).update()).hasMessageContaining("partner_event is append-only");
    }
}
