package support.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import support.testing.SettableClock;
import support.testing.TestTime;
import support.ticket.app.Recompute;

/** A part of a conversation becomes a ticket of its own. */
@DeskTest
class SplitTest {
    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @Autowired
    Recompute recompute;

    @Autowired
    SettableClock clock;

    private Visitor ada = new Visitor(0);
    private Visitor marta = new Visitor(0);
    private String ticket = "";

    @BeforeEach
    void raise() {
        clock.set(TestTime.MONDAY_AT_TEN);
        ada = new Visitor(port).signedIn("ada@desk.example");
        marta = new Visitor(port).signedIn("marta@nordlicht.example");
        marta.get("/tickets/new");
        ticket = marta.post(
                        "/tickets",
                        Map.of(
                                "type", "SUPPORT_REQUEST",
                                "severity", "LEVEL_3",
                                "app", one("select id::text from app where key = 'signpost'"),
                                "summary", "The first thing",
                                "description", "It does not start"))
                .location()
                .replace("/confirmation", "");
        clock.advance(Duration.ofMinutes(30));
        marta.get(ticket);
        marta.post(
                ticket + "/replies",
                Map.of(
                        "text",
                        "And the wombat sleeps",
                        "nonce",
                        UUID.randomUUID().toString()),
                new Visitor.Upload("wombat.txt", "lines".getBytes(StandardCharsets.UTF_8)));
        ada.get(ticket);
        ada.post(ticket + "/notes", Map.of("text", "secret of the wombat", "internal", "true"));
    }

    @AfterEach
    void asItWas() {
        clock.set(TestTime.MONDAY_AT_TEN);
    }

    private String one(String sql) {
        return database.sql(sql).query(String.class).single();
    }

    private static String number(String path) {
        return path.replaceAll("^.*?(SUP-\\d+).*$", "$1");
    }

    private List<String> messages(String of) {
        return database.sql("select id::text from message where ticket_number = ? order by id")
                .param(Long.parseLong(number(of).replace("SUP-", "")))
                .query((row, n) -> row.getString(1))
                .list();
    }

    private Visitor.Page split(Visitor by, String message, String... more) {
        by.get(ticket + "/split");
        Map<String, String> fields =
                new HashMap<>(Map.of("summary", "The wombat", "severity", "LEVEL_2", "message", message));
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        return by.post(ticket + "/split", fields);
    }

    private String both() {
        return String.join(",", messages(ticket).subList(1, 3));
    }

    private String queue(String words) {
        return ada.get("/queue?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8))
                .body();
    }

    @Test
    void words_notes_and_files_go_on_in_a_ticket_that_both_sides_find() {
        assertThat(ada.get(ticket).body()).contains("Move messages to a new ticket");
        assertThat(ada.get(ticket + "/split").body())
                .contains("And the wombat sleeps", "secret of the wombat", "wombat.txt", "The request stays");
        String done = split(ada, both()).location();
        String fresh = "/tickets/" + number(done);
        assertThat(done)
                .isEqualTo(fresh + "?split=" + number(ticket))
                .isNotEqualTo(ticket + "?split=" + number(ticket));
        assertThat(ada.get(done).body())
                .contains(
                        "The wombat",
                        "And the wombat sleeps",
                        "wombat.txt",
                        "secret of the wombat",
                        "Written on " + number(ticket))
                .contains(
                        "This ticket was a part of " + number(ticket),
                        "made this ticket of 2 messages of " + number(ticket))
                .contains("The first thing")
                .doesNotContain("It does not start");
        assertThat(ada.get(ticket).body())
                .contains("It does not start", "moved 2 messages to a ticket of its own, " + number(fresh))
                .contains("href=\"" + fresh + "\"")
                .doesNotContain("And the wombat sleeps", "wombat.txt");
        assertThat(marta.get(fresh).body())
                .contains("And the wombat sleeps", "wombat.txt")
                .doesNotContain("secret of the wombat");
        assertThat(marta.get(ticket).body()).doesNotContain("wombat sleeps", "wombat.txt");
        assertThat(new Visitor(port)
                        .signedIn("avery@kestrel.example")
                        .get(fresh)
                        .status())
                .isEqualTo(404);
        assertThat(queue("\"wombat sleeps\""))
                .contains("href=\"" + fresh + "\"")
                .doesNotContain("href=\"" + ticket + "\"");
        assertThat(one("select due_at::text from promise where ticket_number = "
                        + number(fresh).replace("SUP-", "")))
                .as("four hours from when she wrote")
                .isEqualTo(one("select cast('2035-06-18T12:30:00Z' as timestamptz)::text"));
        letterNamesBoth(fresh);
        nothingIsLost();
    }

    private void letterNamesBoth(String fresh) {
        List<String> letters = database.sql(
                        "select body_text from letter where ticket_number = ? and recipient = 'marta@nordlicht.example'")
                .param(Long.parseLong(number(fresh).replace("SUP-", "")))
                .query((row, n) -> row.getString(1))
                .list();
        assertThat(letters).singleElement().asString().contains(number(ticket), number(fresh), "The wombat");
    }

    private void nothingIsLost() {
        List<String> found = new ArrayList<>();
        recompute.check(difference -> found.add(difference.number() + " " + difference.words()));
        assertThat(found).isEmpty();
    }

    @Test
    void one_that_is_split_late_says_that_it_is_overdue() {
        clock.advance(Duration.ofHours(5));
        ada = new Visitor(port).signedIn("ada@desk.example");
        String fresh = split(ada, messages(ticket).get(1)).location();
        assertThat(ada.get(fresh).body()).contains("Overdue", "promise missed, it was due Mon 18 Jun, 14:30 CEST");
        assertThat(messages(ticket)).as("the note stays").hasSize(2);
    }

    @Test
    void what_cannot_be_split_is_said_and_nothing_that_was_typed_is_lost() {
        List<String> messages = messages(ticket);
        assertThat(split(ada, "").body()).contains("Choose the messages that move", "value=\"The wombat\"");
        assertThat(split(ada, messages.get(0)).body()).contains("The first message stays");
        assertThat(split(ada, messages.get(2)).body()).contains("A ticket begins with what a customer asks");
        assertThat(split(ada, one("select min(id)::text from message")).body())
                .contains("does not stand on this ticket any more");
        Visitor.Page nameless = split(ada, messages.get(1), "summary", " ");
        assertThat(nameless.status()).isEqualTo(422);
        assertThat(nameless.body())
                .contains("Enter a subject")
                .containsPattern("value=\"" + messages.get(1) + "\"\\s+checked");
        assertThat(split(ada, messages.get(1), "severity", "").status()).isEqualTo(422);
        assertThat(split(ada, messages.get(1), "summary", "x".repeat(201)).status())
                .isEqualTo(422);
        assertThat(split(ada, "nonsense").status()).isEqualTo(422);
        assertThat(messages(ticket)).isEqualTo(messages);
    }

    @Test
    void of_two_who_split_at_once_one_does() {
        Visitor bruno = new Visitor(port).signedIn("bruno@desk.example");
        bruno.get(ticket + "/split");
        String seen = bruno.hidden("seen");
        assertThat(split(ada, messages(ticket).get(1)).status()).isEqualTo(302);
        Visitor.Page late = split(bruno, messages(ticket).get(1), "seen", seen);
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.body()).contains("Somebody changed this ticket");
    }

    @Test
    void who_raised_a_ticket_that_is_merged_learns_where_it_goes_on() {
        String fresh = "/tickets/" + number(split(ada, both()).location());
        ada.get(fresh + "/merge?into=" + number(ticket));
        assertThat(ada.post(fresh + "/merge", Map.of()).status()).isEqualTo(302);
        assertThat(ada.get(ticket).body()).contains("And the wombat sleeps", "secret of the wombat");
        assertThat(one("select body_text from letter where kind = 'NOTICE' and recipient = 'marta@nordlicht.example'"
                        + " and subject = '" + number(fresh) + " goes on in " + number(ticket) + "'"))
                .contains("The old number leads there");
        nothingIsLost();
    }
}
