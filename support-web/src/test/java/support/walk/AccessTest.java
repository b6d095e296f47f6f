package support.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may see and do what. */
@DeskTest
class AccessTest {
    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    private Visitor as(String email) {
        return new Visitor(port).signedIn(email);
    }

    private String raise(Visitor customer, String summary) {
        customer.get("/tickets/new");
        String app = String.valueOf(
                database.sql("select min(id) from app").query(Long.class).single());
        Visitor.Page sent = customer.post(
                "/tickets",
                Map.of(
                        "type",
                        "BUG_REPORT",
                        "severity",
                        "LEVEL_3",
                        "app",
                        app,
                        "summary",
                        summary,
                        "description",
                        "words"),
                new Visitor.Upload("page.html", "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8)));
        return sent.location().replace("/confirmation", "");
    }

    @Test
    void somebody_elses_ticket_is_not_there() {
        String ticket = raise(as("avery@kestrel.example"), "Of Kestrel");
        Visitor stranger = as("marta@nordlicht.example");
        Visitor.Page theirs = stranger.get(ticket);
        Visitor.Page nobodys = stranger.get("/tickets/SUP-999999");
        assertThat(theirs.status()).isEqualTo(404);
        assertThat(withoutToken(theirs)).isEqualTo(withoutToken(nobodys));
        stranger.get("/tickets");
        assertThat(stranger.post(
                                ticket + "/replies",
                                Map.of("text", "hi", "nonce", UUID.randomUUID().toString()))
                        .status())
                .isEqualTo(404);
        assertThat(stranger.post(ticket + "/solution", Map.of()).status()).isEqualTo(404);
    }

    @Test
    void more_readers_than_connections_are_all_served() throws Exception {
        Visitor ada = as("ada@desk.example");
        try (ExecutorService readers = Executors.newFixedThreadPool(24)) {
            List<Callable<Integer>> reading = Collections.nCopies(
                    96, () -> ada.get("/tickets/SUP-1002/confirmation").status());
            assertThat(readers.invokeAll(reading).stream().map(Future::resultNow))
                    .containsOnly(200);
        }
    }

    /** The token against forged requests is another on each page. */
    private static String withoutToken(Visitor.Page page) {
        return page.body().replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }

    @Test
    void a_colleague_sees_the_ticket_only_where_the_organisation_shares() {
        String shared = raise(as("marta@nordlicht.example"), "Of Marta");
        assertThat(as("jonas@nordlicht.example").get(shared).status()).isEqualTo(200);
        String own = raise(as("avery@kestrel.example"), "Of Avery");
        assertThat(as("sam@kestrel.example").get(own).status()).isEqualTo(404);
    }

    @Test
    void files_are_saved_never_shown_and_only_by_those_who_see_the_ticket() {
        raise(as("avery@kestrel.example"), "With a page");
        String file = "/attachments/"
                + database.sql(
                                "select id::text from attachment where name = 'page.html' order by message_id desc limit 1")
                        .query(String.class)
                        .single();
        assertThat(as("ada@desk.example").get(file).body()).isEqualTo("<script>alert(1)</script>");
        assertThat(as("marta@nordlicht.example").get(file).status()).isEqualTo(404);
        assertThat(new Visitor(port).get(file).location()).startsWith("/sign-in");
    }

    @Test
    void an_internal_note_never_reaches_the_customer() {
        Visitor marta = as("marta@nordlicht.example");
        String ticket = raise(marta, "With a note");
        Visitor ada = as("ada@desk.example");
        ada.get(ticket);
        ada.post(
                ticket + "/notes",
                Map.of("text", "canary-4711", "nonce", UUID.randomUUID().toString()));
        assertThat(ada.get(ticket).body()).contains("canary-4711").contains("wrote an internal note");
        assertThat(marta.get(ticket).body()).doesNotContain("canary-4711").doesNotContain("internal note");
        assertThat(database.sql("select count(*) from letter where concat(body_text, body_html) like '%canary-4711%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/queue", "/report", "/outbox", "/lane", "/nothing", "/tickets/SUP-0", "/tickets/x"})
    void what_is_not_for_customers_is_not_there(String path) {
        assertThat(as("marta@nordlicht.example").get(path).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "ada@desk.example,/queue,200",
        "ada@desk.example,/report,404",
        "ada@desk.example,/outbox,404",
        "ada@desk.example,/tickets/new,404",
        "dana@desk.example,/report,200",
        "dana@desk.example,/outbox,404",
        "emil@desk.example,/outbox,200",
        "lena@maplework.example,/lane,200",
        "ada@desk.example,/queue?after=nonsense,400",
        "ada@desk.example,/queue?q=status:closed&after=nonsense,400",
        "marta@nordlicht.example,/tickets?before=-1,400"
    })
    void each_role_has_its_pages(String email, String path, int status) {
        assertThat(as(email).get(path).status()).isEqualTo(status);
    }

    @Test
    void a_customer_cannot_do_what_the_desk_does() {
        Visitor marta = as("marta@nordlicht.example");
        String ticket = raise(marta, "Hands off");
        marta.get(ticket);
        for (String deed : new String[] {"/notes", "/severity", "/status", "/assignment"}) {
            assertThat(marta.post(
                                    ticket + deed,
                                    Map.of("seen", "0", "severity", "LEVEL_1", "status", "CLOSED", "text", "x"))
                            .status())
                    .as(deed)
                    .isEqualTo(404);
        }
    }

    @Test
    void a_light_agent_writes_notes_and_nothing_else() {
        String ticket = raise(as("marta@nordlicht.example"), "For a light agent");
        Visitor linus = as("linus@desk.example");
        assertThat(linus.get("/queue").status()).isEqualTo(200);
        assertThat(linus.get(ticket).body())
                .contains("Add internal note")
                .doesNotContain("Send to customer", ">Take it</button>");
        for (String deed : new String[] {"/replies", "/severity", "/status", "/assignment"}) {
            assertThat(linus.post(
                                    ticket + deed,
                                    Map.of("severity", "LEVEL_1", "status", "CLOSED", "text", "x", "next", "OPEN"))
                            .status())
                    .as(deed)
                    .isEqualTo(404);
        }
        Map<String, String> note =
                Map.of("text", "seen by Linus", "nonce", UUID.randomUUID().toString());
        assertThat(linus.post(ticket + "/notes", note).status()).isEqualTo(302);
        assertThat(linus.get(ticket).body()).contains("seen by Linus");
        linus.post(
                ticket + "/notes",
                Map.of(
                        "text",
                        "not for all",
                        "internal",
                        "false",
                        "nonce",
                        UUID.randomUUID().toString()));
        assertThat(as("marta@nordlicht.example").get(ticket).body()).doesNotContain("not for all", "seen by Linus");
    }

    @Test
    void visitors_are_asked_to_sign_in_and_come_back_to_local_pages_only() {
        Visitor visitor = new Visitor(port);
        assertThat(visitor.get("/tickets/SUP-1001").location()).isEqualTo("/sign-in?next=%2Ftickets%2FSUP-1001");
        visitor.get("/sign-in");
        Visitor.Page in = visitor.post(
                "/sign-in",
                Map.of("email", "marta@nordlicht.example", "password", "promises-hold", "next", "//evil.example/"));
        assertThat(in.location()).isEqualTo("/");
    }

    @Test
    void the_page_of_failures_cannot_be_asked_for() {
        assertThat(as("marta@nordlicht.example").get("/error").status()).isEqualTo(404);
        assertThat(new Visitor(port).get("/error").location()).startsWith("/sign-in");
        assertThat(new Visitor(port).get("/policy/nothing-here").body()).contains("<h1");
    }

    @Test
    void an_unknown_address_gets_the_answer_of_a_wrong_password() {
        Visitor visitor = new Visitor(port);
        visitor.get("/sign-in");
        Visitor.Page unknown = visitor.post("/sign-in", Map.of("email", "nobody@desk.example", "password", "x"));
        Visitor.Page wrong = visitor.post("/sign-in", Map.of("email", "ada@desk.example", "password", "x"));
        assertThat(unknown).isEqualTo(wrong);
    }

    @Test
    void a_form_from_elsewhere_does_nothing() {
        Visitor visitor = new Visitor(port);
        assertThat(visitor.post("/sign-out", Map.of()).status()).isEqualTo(403);
    }

    @Test
    void whoever_is_deactivated_is_out_at_once() {
        Visitor tom = as("tom@brightwater.example");
        assertThat(tom.get("/tickets").status()).isEqualTo(200);
        tomIs("DEACTIVATED");
        assertThat(tom.get("/tickets").location()).startsWith("/sign-in");
        tomIs("ACTIVE"); // others have a use for him
    }

    private void tomIs(String state) {
        database.sql("update person set state = :state where email = 'tom@brightwater.example'")
                .param("state", state)
                .update();
    }

    @Test
    void a_form_that_the_ticket_has_outrun_is_refused_with_its_words() {
        String ticket = raise(as("marta@nordlicht.example"), "Two agents");
        Visitor ada = as("ada@desk.example");
        ada.get(ticket);
        Visitor bruno = as("bruno@desk.example");
        bruno.get(ticket);
        bruno.post(ticket + "/replies", Map.of("text", "first", "next", "WAITING_FOR_CUSTOMER"));
        Visitor.Page stale = ada.post(ticket + "/replies", Map.of("text", "second words", "next", "RESOLVED"));
        assertThat(stale.status()).isEqualTo(422);
        assertThat(stale.body())
                .contains("Somebody changed this ticket")
                .contains("second words")
                .contains("first");
    }
}
