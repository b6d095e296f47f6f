package support.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Raising a ticket, with good words and bad ones. */
@DeskTest
class RaiseTest {
    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    private Visitor marta = new Visitor(0);
    private String app = "";

    @BeforeEach
    void openTheForm() {
        marta = new Visitor(port).signedIn("marta@nordlicht.example");
        app = String.valueOf(database.sql("select id from app where key = 'signpost'")
                .query(Long.class)
                .single());
        assertThat(marta.get("/tickets/new").body()).contains("Mon 18 Jun, 14:00 CEST");
    }

    private Map<String, String> form(String summary, String description) {
        return new HashMap<>(Map.of(
                "type", "SUPPORT_REQUEST",
                "severity", "LEVEL_2",
                "app", app,
                "summary", summary,
                "description", description));
    }

    private long ticketsCalled(String summary) {
        return database.sql("select count(*) from ticket where summary = ?")
                .param(summary)
                .query(Long.class)
                .single();
    }

    @Test
    void a_ticket_is_confirmed_with_the_due_time_that_the_form_showed() {
        Visitor.Page sent = marta.post("/tickets", form("Menu is empty", "Since **today**"));
        assertThat(sent.status()).isEqualTo(302);
        String confirmation = marta.get(sent.location()).body();
        assertThat(confirmation).contains("Mon 18 Jun, 14:00 CEST").contains("4:00 = Level 2, policy v1, calendar v1");
        assertThat(confirmation).doesNotContain("The clock went on");
    }

    @Test
    void eight_arrivals_of_one_form_raise_one_ticket() throws Exception {
        Map<String, String> form = form("Sent eight times", "words");
        try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
            Callable<String> send = () -> marta.post("/tickets", form).location();
            List<Future<String>> answers = pool.invokeAll(List.of(send, send, send, send, send, send, send, send));
            assertThat(answers.stream().map(Future::resultNow).distinct()).hasSize(1);
        }
        assertThat(ticketsCalled("Sent eight times")).isEqualTo(1);
    }

    @Test
    void an_empty_form_says_what_is_missing_and_where() {
        Visitor.Page page = marta.post("/tickets", Map.of("type", "SUPPORT_REQUEST"));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body())
                .contains("<title>Error: Raise a ticket</title>")
                .contains("href=\"#summary\"")
                .contains("Enter a summary")
                .contains("Enter a description")
                .contains("Choose the app")
                .contains("Choose how much it hurts");
    }

    @Test
    void words_that_are_too_long_are_kept_and_refused() {
        String summary = "x".repeat(201);
        Visitor.Page page = marta.post("/tickets", form(summary, "y".repeat(50_001)));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body())
                .contains("at most 200 characters")
                .contains("at most 50,000 characters")
                .contains(summary);
    }

    @Test
    void a_file_of_26_MB_is_refused_and_everything_else_is_kept() {
        Visitor.Page page = marta.post(
                "/tickets",
                form("With files", "kept words"),
                new Visitor.Upload("big.bin", new byte[26 * 1024 * 1024]),
                new Visitor.Upload("small.txt", "hello".getBytes(StandardCharsets.UTF_8)));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body())
                .contains("The file big.bin must be smaller than 25 MB")
                .contains("small.txt")
                .contains("kept words");
        Visitor.Page again = marta.post("/tickets", form("With files", "kept words"));
        assertThat(marta.get(again.location().replace("/confirmation", "")).body())
                .contains("small.txt")
                .doesNotContain("big.bin");
    }

    /** Also not by the hidden number of the form in which they wait. */
    @Test
    void files_that_somebody_else_has_not_sent_yet_are_not_there() {
        Map<String, String> form = form("", "kept words");
        marta.post("/tickets", form, new Visitor.Upload("draft.txt", "secret".getBytes(StandardCharsets.UTF_8)));
        String nonce = marta.hidden("nonce");
        Visitor jonas = new Visitor(port).signedIn("jonas@nordlicht.example");
        jonas.get("/tickets/new");
        Map<String, String> theirs = form("", "other words");
        theirs.put("nonce", nonce);
        assertThat(jonas.post("/tickets", theirs).body())
                .contains("other words")
                .doesNotContain("draft.txt");
        theirs.put("summary", "Takes what waits elsewhere");
        String ticket = jonas.post("/tickets", theirs).location().replace("/confirmation", "");
        assertThat(jonas.get(ticket).body()).doesNotContain("draft.txt");
        assertThat(marta.post("/tickets", form).body()).contains("draft.txt");
    }

    @Test
    void emoji_come_back_as_they_went() {
        Visitor.Page sent = marta.post("/tickets", form("Broken 🧨 menu", "👩‍👩‍👧‍👦 cannot work"));
        assertThat(marta.get(sent.location().replace("/confirmation", "")).body())
                .contains("Broken 🧨 menu");
        assertThat(database.sql("select body from message where body like '%cannot work'")
                        .query(String.class)
                        .single())
                .isEqualTo("👩‍👩‍👧‍👦 cannot work");
    }

    @Test
    void a_NUL_is_refused_in_words() {
        Visitor.Page page = marta.post("/tickets", form("a\0b", "c\0d"));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("a character that cannot be stored").contains("c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "[x](javascript:alert(1))",
                "<svg onload=alert(1)>",
                "${7*7} *{7*7} __${7*7}__ #{T(java.lang.Runtime)}",
                "<div hx-get=\"/queue\" hx-trigger=\"load\">"
            })
    void what_could_act_is_shown_as_words(String attack) {
        Map<String, String> form = form(attack, attack);
        form.put("appVersion", attack);
        form.put("platform", attack);
        Visitor.Page sent = marta.post("/tickets", form);
        String page = marta.get(sent.location().replace("/confirmation", "")).body();
        assertThat(page)
                .doesNotContain("<script>alert")
                .doesNotContain("<img src=x")
                .doesNotContain("href=\"javascript:")
                .doesNotContain("<svg onload")
                .doesNotContain("<div hx-get")
                .doesNotContain("49 49");
    }

    @Test
    void a_level_that_does_not_exist_is_an_error_of_the_form() {
        Map<String, String> form = form("Level nine", "words");
        form.put("severity", "LEVEL_9");
        assertThat(marta.post("/tickets", form).status()).isEqualTo(422);
        assertThat(ticketsCalled("Level nine")).isZero();
    }

    @Test
    void fields_that_are_not_ours_to_send_change_nothing() {
        Map<String, String> form = form("Mass assignment", "words");
        form.putAll(Map.of("lane", "FAST_LANE", "status", "CLOSED", "dueAt", "2030-01-01T00:00:00Z", "requester", "1"));
        marta.post("/tickets", form);
        assertThat(database.sql("select lane || status from ticket where summary = 'Mass assignment'")
                        .query(String.class)
                        .single())
                .isEqualTo("STANDARDNEW");
    }

    @Test
    void a_session_that_ends_while_one_writes_loses_no_words() {
        database.sql("delete from spring_session").update();
        Visitor.Page sent = marta.post("/tickets", form("Written for an hour", "a long story"));
        assertThat(sent.location()).startsWith("/sign-in?next=%2Ftickets%2Fnew").endsWith("kept");
        assertThat(marta.get(sent.location()).body()).contains("your text is back");
        Visitor.Page back =
                marta.post("/sign-in", Map.of("email", "marta@nordlicht.example", "password", "promises-hold"));
        assertThat(back.location()).isEqualTo("/tickets/new");
        assertThat(marta.get(back.location()).body())
                .contains("Your text is still here")
                .contains("Written for an hour")
                .contains("a long story");
    }
}
