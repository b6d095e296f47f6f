package support.walk;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Answers that are prepared once: kept by whom they belong to, and used with all that goes along. */
@DeskTest
class MacrosTest {
    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    private Visitor marta = new Visitor(0);
    private Visitor ada = new Visitor(0);
    private Visitor dana = new Visitor(0);
    private String ticket = "";

    @BeforeEach
    void raise() {
        marta = new Visitor(port).signedIn("marta@nordlicht.example");
        ada = new Visitor(port).signedIn("ada@desk.example");
        dana = new Visitor(port).signedIn("dana@desk.example");
        marta.get("/tickets/new");
        String app = one("select id::text from app where key = 'signpost'");
        ticket = marta.post(
                        "/tickets",
                        Map.of(
                                "type", "SUPPORT_REQUEST",
                                "severity", "LEVEL_2",
                                "app", app,
                                "summary", "The *tree* [is](x) empty",
                                "description", "words"))
                .location()
                .replace("/confirmation", "");
        ada.get("/macros/new");
        dana.get("/macros/new");
    }

    @AfterEach
    void leaveNone() {
        database.sql("delete from macro where not demo").update();
    }

    private String one(String sql) {
        return database.sql(sql).query(String.class).single();
    }

    private static Map<String, String> macro(String title, String... more) {
        Map<String, String> fields = new HashMap<>(Map.of("title", title, "text", "Words of " + title));
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        return fields;
    }

    private String kept(Visitor who, Map<String, String> macro) {
        assertThat(who.post("/macros", macro).location()).isEqualTo("/macros");
        return database.sql("select id::text from macro where title = :title")
                .param("title", macro.get("title"))
                .query(String.class)
                .single();
    }

    private List<String> history() {
        return database.sql("select kind from ticket_event where ticket_number = :number and actor_id ="
                        + " (select id from person where email = 'ada@desk.example') order by id")
                .param("number", Long.parseLong(ticket.replaceAll("\\D", "")))
                .query((row, n) -> row.getString("kind"))
                .list();
    }

    @Test
    void one_brings_its_text_status_tags_and_assignee_in_one_send() {
        String person = one("select id::text from person where email = 'bruno@desk.example'");
        String id = kept(
                ada,
                macro(
                        "Log wanted",
                        "text",
                        "Dear {{customer.name}}: {{ticket.number}} {{ticket.subject}} {{ due }} {{agent.name}}",
                        "next",
                        "OPEN",
                        "tags",
                        "Wanted, later wanted",
                        "assignee",
                        person));
        ada.get(ticket);
        ada.post(ticket + "/replies", Map.of("text", "Before.", "action", "macros"));
        assertThat(ada.get(ticket + "/macros").body()).contains("Log wanted", "Tags: wanted, later.", "Bruno");
        assertThat(ada.post(ticket + "/macros", Map.of("macro", id)).location()).isEqualTo(ticket + "#reply");
        String page = ada.get(ticket).body();
        assertThat(page)
                .contains(
                        "Before.\n\nDear Marta",
                        ticket.replaceAll(".*/", "") + " The \\*tree\\* \\[is\\](x) empty Mon 18 Jun",
                        "With the macro &quot;Log wanted&quot;.")
                .containsPattern("value=\"OPEN\"\\s+selected=\"selected\"");
        String nonce = one("select nonce::text from draft where ticket_number = " + ticket.replaceAll("\\D", ""));
        assertThat(ada.post(ticket + "/replies", Map.of("text", "All of it", "next", "OPEN", "nonce", nonce))
                        .status())
                .isEqualTo(302);
        assertThat(history())
                .contains("DESK_REPLIED", "STATUS_CHANGED", "MACRO_USED", "ASSIGNED")
                .filteredOn("TAGGED"::equals)
                .hasSize(2);
        assertThat(ada.get(ticket).body())
                .contains("used the macro &quot;Log wanted&quot;", "tagged the ticket &quot;wanted&quot;")
                .doesNotContain("With the macro");
        assertThat(one("select p.email from ticket t join person p on p.id = t.assignee_id where number = "
                        + ticket.replaceAll("\\D", "")))
                .isEqualTo("bruno@desk.example");
        assertThat(marta.get(ticket).body()).contains("All of it").doesNotContain("Log wanted", "wanted");
    }

    @Test
    void nothing_is_sent_when_one_part_of_it_cannot_be() {
        String id = kept(
                ada,
                macro(
                        "To nobody",
                        "tags",
                        "half",
                        "assignee",
                        one("select id::text from person where email = 'bruno@desk.example'")));
        database.sql("update macro set assignee_id = (select id from person where email = 'linus@desk.example')"
                        + " where title = 'To nobody'")
                .update();
        ada.get(ticket);
        assertThat(ada.post(ticket + "/replies", Map.of("text", "Half", "next", "OPEN", "macro", id))
                        .status())
                .isEqualTo(422);
        assertThat(history()).isEmpty();
        database.sql("delete from macro where title = 'To nobody'").update();
        assertThat(ada.post(ticket + "/replies", Map.of("text", "Half", "next", "OPEN", "macro", id))
                        .body())
                .contains("The macro is gone meanwhile");
        assertThat(history()).isEmpty();
    }

    @Test
    void what_it_brings_can_be_left_out_and_one_without_text_leaves_that_to_be_written() {
        String id = kept(ada, macro("Only a tag", "text", "", "tags", "alone", "assignee", "me"));
        ada.get(ticket + "/macros");
        ada.post(ticket + "/macros", Map.of("macro", id));
        assertThat(ada.get(ticket).body()).contains("With the macro &quot;Only a tag&quot;.", "Ada");
        assertThat(ada.post(ticket + "/replies", Map.of("text", "Mine", "action", "plain"))
                        .status())
                .isEqualTo(302);
        assertThat(ada.get(ticket).body()).contains(">Mine</textarea>").doesNotContain("With the macro");
        assertThat(ada.post(ticket + "/macros", Map.of("macro", "0")).location())
                .endsWith("/macros?gone");
        kept(ada, macro("Long", "text", "x".repeat(10_000)));
        database.sql("update draft set body = repeat('y', 45000) where ticket_number = " + ticket.replaceAll("\\D", ""))
                .update();
        assertThat(ada.post(ticket + "/macros", Map.of("macro", one("select id::text from macro where title = 'Long'")))
                        .location())
                .endsWith("/macros?long");
    }

    @Test
    void ones_own_are_seen_by_nobody_else_and_shared_ones_are_kept_by_leads() {
        String own = kept(ada, macro("Canary of Ada", "shared", "true")); // no lead: it is her own all the same
        String shared = kept(dana, macro("For everybody", "shared", "true"));
        assertThat(dana.get("/macros").body()).doesNotContain("Canary").contains("For everybody");
        assertThat(dana.get(ticket + "/macros").body()).doesNotContain("Canary");
        assertThat(dana.get("/macros/" + own).status()).isEqualTo(404);
        assertThat(ada.get("/macros/" + own).status()).isEqualTo(200);
        assertThat(ada.get("/macros").body())
                .contains("Canary", "For everybody")
                .doesNotContain("/macros/" + shared);
        assertThat(ada.post("/macros/" + shared, macro("Mine now")).status()).isEqualTo(404);
        assertThat(ada.post("/macros/" + shared + "/removal", Map.of()).status())
                .isEqualTo(404);
        dana.get(ticket);
        assertThat(dana.post(ticket + "/replies", Map.of("text", "x", "next", "OPEN", "macro", own))
                        .status())
                .isEqualTo(422);
        dana.get("/macros/" + shared);
        assertThat(dana.post("/macros/" + shared, macro("Another title")).status())
                .isEqualTo(302);
        assertThat(dana.post("/macros/" + shared, macro("A third")).body()).contains("Somebody changed this macro");
        assertThat(dana.post("/macros/" + shared + "/removal", Map.of()).status())
                .isEqualTo(302);
        assertThat(ada.zip("/account/security/data.zip").get("macros.json")).contains("Canary of Ada");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text | Dear {{custmer.name}} | Nothing is known as &quot;custmer.name&quot;. Did you mean &quot;customer.name&quot;?",
                "text | {{}} | Nothing is known as &quot;&quot;",
                "title | '' | Enter a title",
                "tags | a, -b | Enter at most 10 tags",
                "tags | a b c d e f g h i j k | Enter at most 10 tags",
                "assignee | 999999999 | Choose somebody who answers customers",
                "text | '' | Say what it does"
            })
    void what_cannot_be_used_is_not_kept(String field, String value, String problem) {
        Map<String, String> typed = macro("Cannot be", field, value);
        Visitor.Page page = ada.post("/macros", typed);
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains(problem);
        assertThat(database.sql("select count(*) from macro where title = 'Cannot be'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void two_of_one_owner_have_two_titles() {
        kept(ada, macro("Twice"));
        assertThat(ada.post("/macros", macro("tWICE")).body()).contains("There is a macro with this title already");
        assertThat(dana.post("/macros", macro("Twice")).status()).isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Internal: he is angry", "@bruno can you look", "  **Note to self** call", "do not send this"})
    void what_looks_like_a_note_is_asked_about_once(String text) {
        ada.get(ticket);
        Visitor.Page asked = ada.post(ticket + "/replies", Map.of("text", text, "next", "OPEN"));
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.body())
                .contains(
                        "begins like a note for colleagues",
                        "name=\"sure\"",
                        text.strip().split(" ")[0]);
        assertThat(history()).isEmpty();
        assertThat(ada.post(ticket + "/replies", Map.of("text", text, "next", "OPEN", "sure", "true"))
                        .status())
                .isEqualTo(302);
        assertThat(history()).contains("DESK_REPLIED");
    }

    @Test
    void neither_notes_nor_customers_nor_other_words_are_asked() {
        ada.get(ticket);
        assertThat(ada.post(ticket + "/notes", Map.of("text", "internal: fine")).status())
                .isEqualTo(302);
        marta.get(ticket);
        assertThat(marta.post(ticket + "/replies", Map.of("text", "@ada look")).status())
                .isEqualTo(302);
        ada.get(ticket);
        assertThat(ada.post(ticket + "/replies", Map.of("text", "Internally all is well", "next", "OPEN"))
                        .status())
                .isEqualTo(302);
    }
}
