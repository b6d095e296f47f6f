package support.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What one is writing on a ticket is kept, and what others wrote meanwhile is shown before it is sent. */
@DeskTest
class DraftsTest {
    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    private Visitor marta = new Visitor(0);
    private Visitor ada = new Visitor(0);
    private Visitor bruno = new Visitor(0);
    private String ticket = "";

    @BeforeEach
    void raise() {
        marta = new Visitor(port).signedIn("marta@nordlicht.example");
        ada = new Visitor(port).signedIn("ada@desk.example");
        bruno = new Visitor(port).signedIn("bruno@desk.example");
        marta.get("/tickets/new");
        String app = database.sql("select id::text from app where key = 'signpost'")
                .query(String.class)
                .single();
        ticket = marta.post(
                        "/tickets",
                        Map.of(
                                "type", "SUPPORT_REQUEST",
                                "severity", "LEVEL_2",
                                "app", app,
                                "summary", "Kept words",
                                "description", "words"))
                .location()
                .replace("/confirmation", "");
        ada.get(ticket);
        bruno.get(ticket);
    }

    /** The fields of the form of a reply as the page showed them, with these words in it. */
    private static Map<String, String> words(String text, String... more) {
        Map<String, String> fields = new HashMap<>(Map.of("text", text, "internal", ""));
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        return fields;
    }

    private static String form(Visitor.Page page, String path) {
        int begin = page.body().indexOf(path + "\"");
        return page.body().substring(begin, page.body().indexOf("</form>", begin));
    }

    private String reply(Visitor who) {
        return form(who.get(ticket), "/replies");
    }

    @Test
    void a_reply_is_there_on_another_device_until_it_is_sent() {
        String nonce = UUID.randomUUID().toString();
        Visitor.Page saved = ada.post(
                ticket + "/draft", words("half an ans", "nonce", nonce, "next", "OPEN", "newsBy", "2035-06-20"));
        assertThat(saved.body()).contains("Draft saved 10:00 CEST", "Discard");
        assertThat(database.sql("select next_status from draft where nonce = cast(:nonce as uuid)")
                        .param("nonce", nonce)
                        .query(String.class)
                        .single())
                .isEqualTo("OPEN");
        Visitor elsewhere = new Visitor(port).signedIn("ada@desk.example");
        assertThat(reply(elsewhere)).contains("half an ans", nonce, "2035-06-20", "Draft saved 10:00 CEST");
        assertThat(elsewhere
                        .post(ticket + "/replies", words("a whole answer", "nonce", nonce, "next", "OPEN"))
                        .status())
                .isEqualTo(302);
        assertThat(reply(ada)).doesNotContain("half an ans", "Draft saved");
        ada.post(ticket + "/draft", words("a whole answ", "nonce", nonce)); // was typed before, and arrives after it
        assertThat(reply(ada)).doesNotContain("a whole answ");
    }

    @Test
    void drafts_are_of_one_person_and_of_one_kind() {
        ada.post(ticket + "/draft", words("canary for the customer"));
        ada.post(ticket + "/draft", words("canary for the desk", "internal", "true"));
        marta.get(ticket);
        marta.post(ticket + "/draft", words("canary of the customer"));
        Visitor.Page page = ada.get(ticket);
        assertThat(form(page, "/replies")).contains("canary for the customer");
        assertThat(form(page, "/notes")).contains("canary for the desk");
        assertThat(bruno.get(ticket).body()).doesNotContain("canary");
        assertThat(reply(marta)).contains("canary of the customer").doesNotContain("canary for");
        Visitor stranger = new Visitor(port).signedIn("bishal@himal.example");
        stranger.get("/account");
        assertThat(stranger.post(ticket + "/draft", words("canary of a stranger"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void without_script_a_button_keeps_it_with_its_files_and_another_throws_it_away() {
        Visitor.Page kept = ada.post(
                ticket + "/replies",
                words("not yet", "action", "draft"),
                new Visitor.Upload("trace.log", "lines".getBytes(StandardCharsets.UTF_8)));
        assertThat(kept.location()).isEqualTo(ticket + "#reply");
        assertThat(reply(ada)).contains("not yet", "trace.log");
        assertThat(ada.get(ticket).body()).doesNotContain("id=\"message-2\"");
        assertThat(ada.post(ticket + "/draft/removal", words("not yet")).location())
                .isEqualTo(ticket + "#reply");
        assertThat(reply(ada)).doesNotContain("not yet", "trace.log");
        assertThat(database.sql("select count(*) from attachment where name = 'trace.log'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void what_is_empty_or_far_too_long_or_on_no_ticket_is_no_draft() {
        ada.post(ticket + "/draft", words("something"));
        ada.post(ticket + "/draft", words("  "));
        assertThat(reply(ada)).doesNotContain("something", "Draft saved");
        Visitor.Page tooLong = ada.post(ticket + "/draft", words("x".repeat(50_001)));
        assertThat(tooLong.status()).isEqualTo(422);
        assertThat(tooLong.body()).contains("more than 50,000 characters");
        assertThat(ada.post(ticket + "/draft", words("nothing \0 here", "newsBy", "x".repeat(300), "next", "NEVER"))
                        .status())
                .isEqualTo(200);
        database.sql("delete from ticket where number = :number")
                .param("number", Long.parseLong(ticket.replaceAll("\\D", "")))
                .update();
        assertThat(ada.post(ticket + "/draft", words("for nobody")).status()).isEqualTo(404);
    }

    @Test
    void an_answer_to_an_older_page_is_shown_what_is_new_first_and_goes_through_then() {
        marta.get(ticket);
        marta.post(ticket + "/replies", Map.of("text", "It **stopped** by itself"));
        bruno.get(ticket);
        bruno.post(ticket + "/notes", words("ask *marta* first", "internal", "true"));
        Visitor.Page stale = ada.post(ticket + "/replies", words("Try again", "next", "OPEN"));
        assertThat(stale.status()).isEqualTo(422);
        String news = stale.body()
                .substring(
                        stale.body().indexOf("New since you opened"),
                        stale.body().indexOf("Back to your text"));
        assertThat(news)
                .contains("It <strong>stopped</strong> by itself", "ask <em>marta</em> first", "Marta", "Bruno")
                .doesNotContain("<p>words</p>");
        assertThat(form(stale, "/replies")).contains("Try again");
        ada.get(ticket);
        assertThat(ada.post(ticket + "/replies", words("Try again", "next", "OPEN"))
                        .status())
                .isEqualTo(302);
    }

    @Test
    void any_other_change_from_an_older_page_is_told_what_is_new() {
        bruno.post(ticket + "/notes", words("mine already", "internal", "true"));
        for (String form : new String[] {"/assignment", "/coverage/refusal"}) {
            Visitor.Page stale = ada.post(ticket + form, words("because it is"));
            assertThat(stale.status()).isEqualTo(409);
            assertThat(stale.body()).contains("New since you opened this page", "mine already");
        }
        assertThat(ada.post(ticket + "/coverage/refusal", words("because it is"))
                        .body())
                .contains(">because it is</textarea>");
    }
}
