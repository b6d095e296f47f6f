package support.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Replies and notes that cannot be sent: each comes back in the form that it was written in, with its words. */
@DeskTest
class WordsOnTicketsTest {
    private static final String TICKET = "/tickets/SUP-1002";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    private Visitor ada() {
        Visitor ada = new Visitor(port).signedIn("ada@desk.example");
        ada.get(TICKET);
        return ada;
    }

    private static Map<String, String> words(String text) {
        return Map.of("text", text, "nonce", UUID.randomUUID().toString());
    }

    /** The two forms of the page, each from its beginning to its end. */
    private static String form(Visitor.Page page, String door) {
        int start = page.body().indexOf("action=\"" + TICKET + door);
        return page.body().substring(start, page.body().indexOf("</form>", start));
    }

    private static String summary(Visitor.Page page) {
        int start = page.body().indexOf("<section class=\"errors\"");
        return page.body().substring(start, page.body().indexOf("</section>", start));
    }

    @Test
    void a_note_that_is_empty_says_so_beside_the_note() {
        Visitor.Page page = ada().post(TICKET + "/notes", words(" "));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains(">Error: SUP-1002").containsPattern("<details[^>]*id=\"note\"[^>]*open");
        assertThat(summary(page)).contains("href=\"#note-text\"").contains("Enter a text");
        assertThat(form(page, "/notes")).contains("Enter a text").contains("aria-invalid=\"true\"");
        assertThat(form(page, "/replies")).doesNotContain("Enter a text").doesNotContain("aria-invalid");
    }

    @Test
    void a_note_that_is_too_long_is_kept_and_does_not_become_a_reply() {
        String words = "canary ".repeat(8_000);
        Visitor.Page page = ada().post(TICKET + "/notes", words(words));
        assertThat(page.status()).isEqualTo(422);
        assertThat(form(page, "/notes")).contains("at most 50,000 characters").contains(words);
        assertThat(form(page, "/replies")).doesNotContain("canary");
    }

    @Test
    void a_reply_that_is_empty_says_so_beside_the_reply() {
        Visitor.Page page = ada().post(TICKET + "/replies", words(""));
        assertThat(page.status()).isEqualTo(422);
        assertThat(summary(page)).contains("href=\"#text\"");
        assertThat(form(page, "/replies")).contains("Enter a text");
        assertThat(form(page, "/notes")).doesNotContain("Enter a text");
    }

    @Test
    void a_reply_is_previewed_without_being_sent() {
        Visitor ada = ada();
        Visitor.Page page =
                ada.post(TICKET + "/replies", Map.of("text", "Try **again**", "action", "preview", "seen", "0"));
        assertThat(page.status()).isEqualTo(200);
        assertThat(form(page, "/replies")).contains("<strong>again</strong>").contains("Try **again**");
    }

    @Test
    void a_resolved_ticket_says_until_when_a_reply_opens_it_again() {
        Visitor marta = new Visitor(port).signedIn("marta@nordlicht.example");
        marta.get("/tickets/new");
        String app = database.sql("select min(id)::text from app")
                .query(String.class)
                .single();
        Visitor.Page sent = marta.post(
                "/tickets", Map.of("type", "IDEA", "app", app, "summary", "Done soon", "description", "words"));
        String ticket = sent.location().replace("/confirmation", "");
        marta.post(ticket + "/solution", Map.of());
        assertThat(marta.get(ticket).body()).contains("A reply opens the ticket again until Mon 2 Jul, 10:00 CEST");
    }

    @Test
    void a_note_that_was_being_written_when_the_session_ended_comes_back_as_a_note() {
        Visitor ada = ada();
        database.sql("delete from spring_session").update();
        Visitor.Page sent = ada.post(TICKET + "/notes", Map.of("text", "canary of a note", "internal", "true"));
        ada.get(sent.location());
        Visitor.Page back = ada.post("/sign-in", Map.of("email", "ada@desk.example", "password", "promises-hold"));
        Visitor.Page page = ada.get(back.location());
        assertThat(form(page, "/notes")).contains("canary of a note");
        assertThat(form(page, "/replies")).doesNotContain("canary of a note");
    }
}
