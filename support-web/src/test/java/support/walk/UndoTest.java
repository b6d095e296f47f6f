package support.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
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
import support.ticket.TicketNumber;
import support.ticket.app.Departures;
import support.ticket.app.HeldReplies;

/** A reply that was sent can be taken back for ten seconds; then it leaves, or its author learns that it has not. */
@DeskTest
class UndoTest {
    private static final String REPLIED = "DESK_REPLIED";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @Autowired
    Departures departures;

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
        ada.get("/account/keys");
        ada.post("/account/keys", Map.of("single", "true", "undo", "true"));
        assertThat(ada.get("/account/keys").body()).containsPattern("name=\"undo\"[^>]*checked");
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
                                "summary", "An undone reply",
                                "description", "words"))
                .location()
                .replace("/confirmation", "");
    }

    /** The desk of the other tests has replies leave at once. */
    @AfterEach
    void asItWas() {
        clock.set(TestTime.MONDAY_AT_TEN);
        database.sql("update person set undo_sends = null where email = 'ada@desk.example'")
                .update();
    }

    private TicketNumber number() {
        return new TicketNumber(Long.parseLong(ticket.replaceAll("\\D", "")));
    }

    private Visitor.Page send(String text, String... more) {
        ada.get(ticket);
        Map<String, String> fields = new HashMap<>(Map.of("text", text, "internal", "", "next", "OPEN"));
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        return ada.post(ticket + "/replies", fields);
    }

    private int events(String kind) {
        return database.sql("select count(*) from ticket_event where ticket_number = ? and kind = ?")
                .param(number().value())
                .param(kind)
                .query(Integer.class)
                .single();
    }

    private int letters(String kind, String address) {
        return database.sql("select count(*) from letter where kind = ? and recipient = ? and body_text like ?")
                .param(kind)
                .param(address)
                .param("%" + ticket.replace("/tickets/", "") + "%")
                .query(Integer.class)
                .single();
    }

    private void wait10() {
        clock.advance(HeldReplies.HELD);
        long ada = database.sql("select id from person where email = 'ada@desk.example'")
                .query(Long.class)
                .single();
        departures.leave(number(), ada);
    }

    private int timers() {
        return database.sql("select count(*) from scheduled_tasks where task_name = 'reply' and task_instance like ?")
                .param(number().value() + "@%")
                .query(Integer.class)
                .single();
    }

    @Test
    void it_waits_unseen_and_leaves_by_its_timer_with_all_that_goes_along() {
        ada.get(ticket);
        Visitor.Page sent = ada.post(
                ticket + "/replies",
                Map.of("text", "Try **this**", "internal", "", "next", "RESOLVED"),
                new Visitor.Upload("howto.txt", "lines".getBytes(StandardCharsets.UTF_8)));
        assertThat(sent.location()).isEqualTo(ticket + "#held");
        assertThat(ada.get(ticket).body())
                .contains("Your reply leaves in 10 seconds", "<strong>this</strong>", "howto.txt", "Resolved", "Undo")
                .doesNotContain("Public reply");
        assertThat(marta.get(ticket).body()).doesNotContain("Try", "howto.txt");
        assertThat(events(REPLIED)).isZero();
        assertThat(timers()).isEqualTo(1);
        clock.advance(HeldReplies.HELD.minusSeconds(1));
        departures.leave(number(), 0);
        assertThat(ada.get(ticket).body()).contains("Your reply leaves in 1 second");
        wait10();
        wait10();
        assertThat(events(REPLIED)).as("once").isEqualTo(1);
        assertThat(events("PROMISE_KEPT")).isEqualTo(1);
        assertThat(letters("PUBLIC_REPLY", "marta@nordlicht.example")).isEqualTo(1);
        assertThat(marta.get(ticket).body()).contains("<strong>this</strong>", "howto.txt");
        assertThat(ada.get(ticket).body()).doesNotContain("Your reply leaves", "Draft saved");
    }

    @Test
    void undo_puts_everything_back_where_it_was_written() {
        ada.get(ticket);
        ada.post(
                ticket + "/replies",
                Map.of("text", "Too fast", "internal", "", "next", "RESOLVED", "newsBy", ""),
                new Visitor.Upload("wrong.txt", "lines".getBytes(StandardCharsets.UTF_8)));
        ada.get(ticket);
        assertThat(ada.post(ticket + "/held/removal", Map.of()).location()).isEqualTo(ticket + "#reply");
        assertThat(ada.get(ticket).body())
                .contains("Too fast", "wrong.txt", "Draft saved")
                .containsPattern("value=\"RESOLVED\"\\s+selected")
                .doesNotContain("Your reply leaves");
        wait10();
        assertThat(events(REPLIED)).isZero();
        String nonce = database.sql("select nonce::text from draft where ticket_number = ?")
                .param(number().value())
                .query(String.class)
                .single();
        assertThat(send("Better", "nonce", nonce).location()).isEqualTo(ticket + "#held");
        assertThat(ada.post(ticket + "/held/sending", Map.of()).location()).isEqualTo(ticket + "#latest");
        assertThat(marta.get(ticket).body()).contains("Better", "wrong.txt").doesNotContain("Too fast");
        assertThat(ada.post(ticket + "/held/removal", Map.of()).location()).isEqualTo(ticket + "?left#latest");
        assertThat(ada.get(ticket + "?left").body()).contains("That reply had left already");
    }

    @Test
    void what_is_due_within_minutes_is_answered_at_once() {
        clock.set(TestTime.MONDAY_AT_TEN.plus(Duration.ofMinutes(4 * 60 - 5)));
        assertThat(send("In time").location()).isEqualTo(ticket + "?atonce#latest");
        assertThat(ada.get(ticket + "?atonce").body()).contains("Your reply has left at once", "In time");
        assertThat(events("PROMISE_KEPT")).isEqualTo(1);
    }

    @Test
    void what_the_customer_writes_meanwhile_is_read_first() {
        send("Have you tried it?");
        marta.get(ticket);
        marta.post(
                ticket + "/replies",
                Map.of("text", "It works again", "nonce", UUID.randomUUID().toString()));
        wait10();
        assertThat(events(REPLIED)).isZero();
        assertThat(ada.get(ticket).body())
                .contains(
                        "Your reply has not left: somebody has written meanwhile",
                        "Have you tried it?",
                        "It works again");
        assertThat(letters("NOTICE", "ada@desk.example")).isEqualTo(1);
        ada.post(ticket + "/draft", Map.of("text", "Have you tried it? Good.", "internal", ""));
        assertThat(send("Good.").location()).isEqualTo(ticket + "#held");
        wait10();
        assertThat(marta.get(ticket).body()).contains("Good.");
    }

    @Test
    void what_the_desk_does_meanwhile_is_in_nobodys_way() {
        send("On its way");
        ada.get(ticket);
        ada.post(ticket + "/tags", Map.of("tag", "meanwhile"));
        ada.get(ticket);
        assertThat(ada.post(ticket + "/notes", Map.of("text", "a note", "internal", "true"))
                        .location())
                .as("notes leave at once")
                .isEqualTo(ticket + "#latest");
        wait10();
        assertThat(events(REPLIED)).isEqualTo(1);
    }

    @Test
    void one_waits_at_a_time_and_nothing_that_arrives_late_overwrites_it() {
        String nonce = UUID.randomUUID().toString();
        send("The one", "nonce", nonce);
        assertThat(send("The one", "nonce", nonce).location()).isEqualTo(ticket + "#held");
        Visitor.Page other = send("The other", "nonce", UUID.randomUUID().toString());
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.body()).contains("Another reply of yours", "The one", "The other");
        ada.post(ticket + "/draft", Map.of("text", "The on", "internal", "", "nonce", nonce));
        ada.post(ticket + "/draft", Map.of("text", " ", "internal", "", "nonce", nonce));
        ada.post(ticket + "/draft/removal", Map.of("text", "", "internal", "", "nonce", nonce));
        wait10();
        assertThat(send("The one", "nonce", nonce).status())
                .as("arrives once more")
                .isIn(302, 422);
        assertThat(events(REPLIED)).isEqualTo(1);
        assertThat(marta.get(ticket).body()).containsOnlyOnce("<p>The one</p>");
    }

    @Test
    void what_would_be_refused_is_refused_at_once_and_what_is_refused_later_comes_back() {
        assertThat(send("No such step", "next", "CLOSED").body()).contains("cannot go there");
        assertThat(send("By then", "next", "RESOLVED").location()).isEqualTo(ticket + "#held");
        database.sql("update draft set next_status = 'SHIPPED' where ticket_number = ?")
                .param(number().value())
                .update();
        wait10();
        assertThat(ada.get(ticket).body()).contains("Your reply has not left: the ticket cannot go on", "By then");
        assertThat(events(REPLIED)).isZero();
    }
}
