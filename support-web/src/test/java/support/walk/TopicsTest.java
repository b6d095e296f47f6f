package support.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.UriComponentsBuilder;
import support.ticket.app.TopicFollowing;

/** Known issues and ideas: written by the desk, followed by customers, told of by letter. */
@DeskTest
class TopicsTest {
    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @Autowired
    TopicFollowing following;

    private Visitor marta = new Visitor(0);
    private Visitor avery = new Visitor(0);
    private Visitor ada = new Visitor(0);

    @BeforeEach
    void comeIn() {
        marta = new Visitor(port).signedIn("marta@nordlicht.example");
        avery = new Visitor(port).signedIn("avery@kestrel.example");
        ada = new Visitor(port).signedIn("ada@desk.example");
    }

    private String one(String sql) {
        return database.sql(sql).query(String.class).single();
    }

    private String app() {
        return one("select id::text from app where key = 'signpost'");
    }

    private String raised(String type, String summary) {
        marta.get("/tickets/new");
        Map<String, String> form = new HashMap<>(
                Map.of("type", type, "app", app(), "summary", summary, "description", "words", "appVersion", "3.2"));
        form.put("severity", type.equals("IDEA") ? "" : "LEVEL_3");
        form.put("nonce", UUID.randomUUID().toString());
        Visitor.Page sent = marta.post("/tickets", form);
        assertThat(sent.status()).as(sent.body()).isEqualTo(302);
        return sent.location().replaceAll(".*/tickets/|/confirmation", "");
    }

    private Map<String, String> about(String kind, String title, String ticket) {
        return new HashMap<>(Map.of(
                "kind",
                kind,
                "app",
                app(),
                "title",
                title,
                "text",
                "It **breaks**.",
                "workaround",
                "Turn it off and on.",
                "published",
                "true",
                "ticket",
                ticket));
    }

    /** @return its number */
    private String added(String kind, String title, String ticket) {
        ada.get("/topics/new");
        Visitor.Page sent = ada.post("/topics", about(kind, title, ticket));
        assertThat(sent.status()).as(sent.body()).isEqualTo(302);
        return one("select max(id)::text from topic");
    }

    private Visitor.Page moved(String topic, String stage, String outcome) {
        ada.get("/topics/" + topic);
        String seen = one("select version::text from topic where id = " + topic);
        return ada.post("/topics/" + topic + "/stage", Map.of("stage", stage, "outcome", outcome, "seen", seen));
    }

    private List<String> letters(String address) {
        return new Letterbox(database).texts(address);
    }

    private String status(String ticket) {
        return one("select status from ticket where number = " + ticket.replace("SUP-", ""));
    }

    @Test
    void a_bug_report_becomes_a_known_issue_and_whoever_has_it_is_told_once() {
        String ticket = raised("BUG_REPORT", "Tree is upside down");
        assertThat(ada.get("/tickets/" + ticket).body()).contains("Add a known issue");
        String topic = added("KNOWN_ISSUE", "The tree is drawn upside down", ticket);
        assertThat(status(ticket)).isEqualTo("CONFIRMED");
        assertThat(marta.get("/tickets/" + ticket).body())
                .contains("The tree is drawn upside down")
                .contains("Turn it off and on.")
                .contains("Confirmed");
        avery.get("/topics/" + topic);
        avery.post("/topics/" + topic + "/followers", Map.of());
        avery.get("/topics/" + topic);
        avery.post("/topics/" + topic + "/followers", Map.of());
        assertThat(avery.get("/topics/" + topic).body()).contains("It happens to 2 people.");

        answer(ticket);
        moved(topic, "SCHEDULED", "");
        assertThat(status(ticket)).isEqualTo("SCHEDULED");
        moved(topic, "FIXED", "3.3");
        assertThat(status(ticket)).isEqualTo("FIXED");
        for (String address : List.of("marta@nordlicht.example", "avery@kestrel.example")) {
            assertThat(letters(address))
                    .filteredOn(letter -> letter.startsWith("Fixed: The tree is drawn upside down"))
                    .singleElement()
                    .asString()
                    .contains("3.3")
                    .contains("/topics/" + topic);
        }
        assertThat(marta.get("/topics/" + topic).body()).contains("Fixed in Signpost");
        assertThat(ada.get("/tickets/" + ticket).body()).contains("said that it is about &quot;The tree is drawn");
    }

    private void answer(String ticket) {
        ada.get("/tickets/" + ticket);
        String seen = one("select version::text from ticket where number = " + ticket.replace("SUP-", ""));
        Visitor.Page sent = ada.post(
                "/tickets/" + ticket + "/replies",
                Map.of(
                        "seen",
                        seen,
                        "text",
                        "We know it.",
                        "next",
                        "CONFIRMED",
                        "nonce",
                        UUID.randomUUID().toString()));
        assertThat(sent.status()).as(sent.body()).isEqualTo(302);
    }

    @Test
    void a_ticket_whose_answer_is_owed_stays_open_when_its_issue_is_fixed() {
        String ticket = raised("BUG_REPORT", "Lamps flicker");
        String topic = added("KNOWN_ISSUE", "Lamps flicker at noon", ticket);
        moved(topic, "FIXED", "3.3");
        assertThat(status(ticket)).isEqualTo("CONFIRMED");
    }

    @Test
    void an_idea_gathers_one_vote_a_person_and_its_refusal_has_a_reason() {
        String ticket = raised("IDEA", "Let me sort the tree by colour");
        String topic = added("IDEA", "Sort the tree by colour", ticket);
        avery.get("/topics/" + topic);
        avery.post("/topics/" + topic + "/followers", Map.of());
        assertThat(avery.get("/topics/" + topic).body())
                .contains("2 votes.")
                .doesNotContain("By organisation")
                .doesNotContain("Nordlicht");
        assertThat(new Visitor(port)
                        .signedIn("dana@desk.example")
                        .get("/topics/" + topic)
                        .body())
                .contains("By organisation")
                .contains("Nordlicht Pumps")
                .contains("Kestrel Analytics");
        assertThat(moved(topic, "DECLINED", " ").location()).endsWith("?unsaid");
        avery.post("/topics/" + topic + "/followers/removal", Map.of());
        moved(topic, "DECLINED", "Colours mean nothing to many people.");
        assertThat(letters("marta@nordlicht.example").getFirst()).contains("Colours mean nothing");
        assertThat(letters("avery@kestrel.example")).noneMatch(letter -> letter.contains("Colours mean nothing"));
        assertThat(marta.get("/topics/" + topic).body()).contains("Declined: Colours mean nothing");
        avery.post("/topics/" + topic + "/followers", Map.of());
        assertThat(avery.get("/topics/" + topic).body()).contains("One vote.");
    }

    @Test
    void what_is_not_published_is_there_for_the_desk_alone() {
        String ticket = raised("BUG_REPORT", "Keys fall out");
        ada.get("/topics/new");
        Map<String, String> form = about("KNOWN_ISSUE", "Secret keys fall out of the pocket", ticket);
        form.remove("published");
        assertThat(ada.post("/topics", form).status()).isEqualTo(302);
        String topic = one("select max(id)::text from topic");
        assertThat(ada.get("/tickets/" + ticket).body()).contains("Secret keys");
        assertThat(marta.get("/tickets/" + ticket).body()).doesNotContain("Secret keys");
        assertThat(marta.get("/topics/" + topic).status()).isEqualTo(404);
        assertThat(marta.get("/topics?search=secret+keys").body()).doesNotContain("Secret keys");
        assertThat(marta.get("/topics/similar?summary=secret+keys+pocket").body())
                .doesNotContain("Secret keys");
        marta.get("/account");
        assertThat(marta.post("/topics/" + topic + "/followers", Map.of()).status())
                .isEqualTo(404);
        moved(topic, "FIXED", "3.3");
        assertThat(letters("marta@nordlicht.example")).noneMatch(letter -> letter.contains("Secret keys"));
    }

    private Visitor.Page workaround(String topic, String title, String workaround, boolean tell) {
        ada.get("/topics/" + topic + "/edit");
        Map<String, String> form = about("KNOWN_ISSUE", title, "");
        form.put("workaround", workaround);
        form.put("tell", tell ? "true" : "");
        form.put("seen", one("select version::text from topic where id = " + topic));
        return ada.post("/topics/" + topic, form);
    }

    private List<String> told(String address, String title) {
        return letters(address).stream()
                .filter(letter -> letter.contains(title))
                .toList();
    }

    @Test
    void followers_are_told_of_a_workaround_when_whoever_writes_it_says_so() {
        String topic = added("KNOWN_ISSUE", "Tabs jump", raised("BUG_REPORT", "Tabs jump"));
        int before = told("marta@nordlicht.example", "Tabs jump").size();
        workaround(topic, "Tabs jump", "Turn it off, and on.", false);
        assertThat(told("marta@nordlicht.example", "Tabs jump")).hasSize(before);
        String longWords = "x".repeat(999) + "\uD83D\uDC18 and more";
        assertThat(workaround(topic, "Tabs jump", "Hold **Shift** while you click.", true)
                        .status())
                .isEqualTo(302);
        assertThat(told("marta@nordlicht.example", "Tabs jump"))
                .hasSize(before + 1)
                .anySatisfy(letter -> assertThat(letter)
                        .containsIgnoringWhitespaces("there is a workaround now: Hold **Shift** while you click."));
        workaround(topic, "Tabs jump", "", true);
        assertThat(told("marta@nordlicht.example", "Tabs jump")).hasSize(before + 1);
        workaround(topic, "Tabs jump", longWords, true);
        assertThat(told("marta@nordlicht.example", "Tabs jump"))
                .hasSize(before + 2)
                .anySatisfy(letter -> assertThat(letter).contains("xxx…"))
                .noneSatisfy(letter -> assertThat(letter).contains("?…"));
    }

    @Test
    void telling_is_offered_for_a_workaround_that_nobody_could_read_yet() {
        String topic = added("KNOWN_ISSUE", "Tabs vanish", "");
        String tell = "name=\"tell\" value=\"true\" aria-describedby=\"tell-hint\"";
        assertThat(ada.get("/topics/" + topic + "/edit").body()).contains(tell + " />");
        workaround(topic, "Tabs vanish", "", false);
        assertThat(ada.get("/topics/" + topic + "/edit").body()).contains(tell + " checked=\"checked\"");
    }

    @Test
    void many_tickets_follow_some_at_a_time() {
        String ticket = raised("BUG_REPORT", "Many meet this").replace("SUP-", "");
        String topic = added("KNOWN_ISSUE", "Many meet this", "SUP-" + ticket);
        database.sql("""
                        insert into ticket select (jsonb_populate_record(t, jsonb_build_object('number', 900000 + n,
                            'nonce', gen_random_uuid(), 'summary', 'Clone', 'status', 'CONFIRMED'))).*
                        from ticket t cross join generate_series(1, 450) n where t.number = :number
                        """).param("number", Long.valueOf(ticket)).update();
        try {
            database.sql("insert into topic_ticket select " + topic + ", number from ticket where summary = 'Clone'")
                    .update();
            moved(topic, "SCHEDULED", "");
            assertThat(scheduled()).isEqualTo("199");
            assertThat(one("select count(*)::text from scheduled_tasks where task_name = 'topic-follow'"
                            + " and task_instance like '" + topic + "@%'"))
                    .isEqualTo("1");
            long by = Long.parseLong(one("select id::text from person where email = 'ada@desk.example'"));
            OptionalLong after = OptionalLong.of(0);
            while (after.isPresent()) {
                after = following.follow(Long.parseLong(topic), by, after.getAsLong());
            }
            assertThat(scheduled()).isEqualTo("450");
            assertThat(
                            one(
                                    "select count(*)::text from ticket_event where kind = 'STATUS_CHANGED' and ticket_number > 900000"))
                    .isEqualTo("450");
        } finally {
            database.sql("delete from ticket where summary = 'Clone'").update();
        }
    }

    private String scheduled() {
        return one("select count(*)::text from ticket where summary = 'Clone' and status = 'SCHEDULED'");
    }

    private String similar(String summary, String app) {
        return marta.get(UriComponentsBuilder.fromPath("/topics/similar")
                        .queryParam("summary", "{summary}")
                        .queryParam("app", app)
                        .encode()
                        .buildAndExpand(summary)
                        .toUriString())
                .body();
    }

    @ParameterizedTest
    @CsvSource({
        "the page tree is showing archived pages,true",
        "ARCHIVED PAGE in the TREE,true",
        "tree,true",
        "the,false",
        "invoice and payment,false",
        "pages cannot be printed,false"
    })
    void what_is_known_already_is_suggested_while_one_types(String summary, boolean found) {
        assertThat(similar(summary, app()).contains("Page tree shows archived pages"))
                .isEqualTo(found);
        assertThat(similar(summary, "999999")).doesNotContain("<li");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "' or 1=1 --",
                "a & b | !c <-> (d:*)",
                "\\",
                "'''''' page tree \u0000",
                "http://a.example/x?a=1&b='2' tree archived",
                "page:tree & *",
                "\uD83D\uDC18 \uD83D\uDC18"
            })
    void nothing_that_is_typed_breaks_the_search(String typed) {
        assertThat(similar(typed, "")).contains("id=\"similar\"");
        assertThat(marta.get(UriComponentsBuilder.fromPath("/topics")
                                .queryParam("search", "{search}")
                                .encode()
                                .buildAndExpand(typed)
                                .toUriString())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void without_script_they_are_suggested_when_the_form_comes_back() {
        marta.get("/tickets/new");
        Visitor.Page page = marta.post(
                "/tickets", Map.of("type", "BUG_REPORT", "app", app(), "summary", "page tree shows archived pages"));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("Is it one of these?").contains("Page tree shows archived pages");
    }

    @Test
    void the_desk_is_offered_what_a_ticket_may_be_about_and_can_take_it_back() {
        String ticket = raised("SUPPORT_REQUEST", "archived pages in the page tree");
        String topic = one("select id::text from topic where title like 'Page tree shows archived%'");
        assertThat(ada.get("/tickets/" + ticket).body()).contains("It is this");
        ada.post("/tickets/" + ticket + "/topics", Map.of("topic", topic));
        ada.get("/tickets/" + ticket);
        ada.post("/tickets/" + ticket + "/topics", Map.of("topic", topic));
        assertThat(one("select count(*)::text from ticket_event where kind = 'TOPIC_LINKED' and ticket_number = "
                        + ticket.replace("SUP-", "")))
                .isEqualTo("1");
        assertThat(marta.get("/tickets/" + ticket).body()).contains("Rebuild the index");
        assertThat(ada.get("/topics/" + topic).body()).contains(ticket);
        ada.get("/tickets/" + ticket);
        ada.post("/tickets/" + ticket + "/topics/removal", Map.of("topic", topic));
        assertThat(marta.get("/tickets/" + ticket).body()).doesNotContain("Rebuild the index");
    }

    @Test
    void what_somebody_else_has_changed_is_not_overwritten() {
        String topic = added("KNOWN_ISSUE", "Doors squeak", "");
        ada.get("/topics/" + topic + "/edit");
        Map<String, String> form = about("KNOWN_ISSUE", "Doors squeak loudly", "");
        form.put("seen", "0");
        assertThat(ada.post("/topics/" + topic, form).status()).isEqualTo(302);
        ada.get("/topics/" + topic + "/edit");
        form.put("title", "Doors are silent");
        Visitor.Page stale = ada.post("/topics/" + topic, form);
        assertThat(stale.status()).isEqualTo(422);
        assertThat(stale.body()).contains("Somebody else has changed it").contains("Doors are silent");
        assertThat(ada.post("/topics/" + topic + "/stage", Map.of("stage", "SCHEDULED", "seen", "0"))
                        .location())
                .endsWith("?stale");
        assertThat(one("select title from topic where id = " + topic)).isEqualTo("Doors squeak loudly");
    }

    @Test
    void what_cannot_be_kept_is_said_beside_the_field() {
        ada.get("/topics/new");
        Map<String, String> form = about("KNOWN_ISSUE", "x".repeat(201), "");
        form.putAll(Map.of("app", "999999", "text", " ", "workaround", "x".repeat(20_001), "affects", "y".repeat(201)));
        assertThat(ada.post("/topics", form).body())
                .contains("at most 200 characters")
                .contains("Describe it")
                .contains("under 20,000")
                .contains("Keep the versions");
        form = about("NONSENSE", "Nul \u0000 is dropped", "SUP-999999");
        assertThat(ada.post("/topics", form).status()).isEqualTo(404);
        assertThat(one("select count(*)::text from topic where title like 'Nul%'"))
                .isEqualTo("0");
        assertThat(moved(added("IDEA", "An idea", ""), "FIXED", "1").location()).endsWith("?unsaid");
    }
}
