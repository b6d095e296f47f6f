package support.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import support.testing.SettableClock;
import support.testing.TestTime;
import support.ticket.TicketNumber;
import support.ticket.app.TicketDesk;

/** Agents set a ticket aside until a time; it comes back by itself, and never later than its promise needs a look. */
@DeskTest
class SnoozeTest {
    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @Autowired
    TicketDesk desk;

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
        String app = database.sql("select id::text from app where key = 'signpost'")
                .query(String.class)
                .single();
        ticket = marta.post(
                        "/tickets",
                        Map.of(
                                "type", "SUPPORT_REQUEST",
                                "severity", "LEVEL_4",
                                "app", app,
                                "summary", "A dormouse",
                                "description", "words"))
                .location()
                .replace("/confirmation", "");
    }

    /** What is left open here stands in nobody's way. */
    @AfterEach
    void end() {
        clock.set(TestTime.MONDAY_AT_TEN);
        database.sql("update ticket set queue_band = null, queue_at = null, snoozed_until = null where number = ?")
                .param(number())
                .update();
    }

    private long number() {
        return Long.parseLong(ticket.replaceAll("\\D", ""));
    }

    private Visitor.Page snooze(String until, String... more) {
        ada.get(ticket);
        return ada.post(
                ticket + "/snooze",
                more.length == 0
                        ? Map.of("until", until)
                        : Map.of("until", until, "day", more[0], "time", more[1], "seen", ada.hidden("seen")));
    }

    private boolean stands(String query) {
        return ada.get("/queue?q=" + query).body().contains("href=\"" + ticket + "\"");
    }

    private void later(Duration time) {
        clock.set(TestTime.MONDAY_AT_TEN.plus(time));
        ada = new Visitor(port).signedIn("ada@desk.example");
    }

    @Test
    void it_leaves_the_queue_is_counted_there_and_comes_back_at_its_time() {
        String mine = "requester:marta%20severity:4%20type:request%20raised%3C1m%20status:new";
        assertThat(stands(mine)).isTrue();
        assertThat(ada.get(ticket).body())
                .contains("Tue 19 Jun, 09:00 CEST", "Until its promise needs a look", "Wed 20 Jun, 12:00 CEST")
                .doesNotContain("value=\"THREE_DAYS\"", "value=\"NEXT_WEEK\"");
        assertThat(snooze("TOMORROW").location()).isEqualTo(ticket + "#main");
        assertThat(ada.get(ticket).body())
                .contains("Snoozed until Tue 19 Jun, 09:00 CEST, by Ada Brook.", "Take it up again now");
        assertThat(stands(mine)).isFalse();
        assertThat(ada.get("/queue?q=" + mine).body())
                .contains("1 ticket is snoozed", "snoozed%3Ayes".replace("%3A", ":"));
        assertThat(stands(mine + "%20snoozed:yes")).isTrue();
        assertThat(stands(mine + "%20snoozed:yes,no")).isTrue();
        assertThat(stands(mine + "%20-snoozed:no")).isTrue();
        assertThat(stands(mine + "%20snoozed:no")).isFalse();
        assertThat(stands("dormouse")).as("whoever looks for it finds it").isTrue();
        assertThat(ada.get("/queue?q=dormouse").body()).contains("Snoozed until Tue 19 Jun, 09:00 CEST");
        assertThat(marta.get(ticket).body()).doesNotContain("nooze");
        later(Duration.ofHours(23));
        assertThat(stands("requester:marta%20severity:4%20raised%3C2d%20status:new"))
                .as("before any timer")
                .isTrue();
        assertThat(ada.get(ticket).body()).doesNotContain("Take it up again now");
        desk.look(new TicketNumber(number()));
        assertThat(ada.get(ticket).body())
                .contains("Ada Brook snoozed the ticket until Tue 19 Jun, 09:00", "The time came");
    }

    @Test
    void a_promise_cuts_it_and_the_page_says_so() {
        snooze("OTHER", "2035-06-28", "16:30");
        assertThat(ada.get(ticket).body())
                .contains("Snoozed until Wed 20 Jun, 12:00 CEST, when what we promised needs a look, by Ada Brook.");
        assertThat(database.sql(
                                "select count(*) from scheduled_tasks where task_name = 'promise' and task_instance = ?")
                        .param(Long.toString(number()))
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        later(Duration.ofHours(50));
        desk.look(new TicketNumber(number()));
        assertThat(ada.get(ticket).body())
                .contains(
                        "What is promised needs a look: the ticket stands in the queue again", "It cannot be snoozed");
        assertThat(snooze("TOMORROW").body()).contains("needs a look now");
    }

    @Test
    void any_colleague_takes_it_up_again_and_the_customers_words_bring_it_back() {
        snooze("TOMORROW");
        Visitor bruno = new Visitor(port).signedIn("bruno@desk.example");
        assertThat(bruno.get(ticket).body()).contains("by Ada Brook");
        assertThat(bruno.post(ticket + "/snooze/removal", Map.of()).location()).isEqualTo(ticket);
        assertThat(ada.get(ticket).body()).contains("Bruno").contains("took the ticket up again before its time");
        snooze("PROMISE");
        marta.get(ticket);
        marta.post(
                ticket + "/replies",
                Map.of("text", "still there", "nonce", UUID.randomUUID().toString()));
        assertThat(ada.get(ticket).body())
                .contains("has said something: the ticket stands in the queue again")
                .doesNotContain("Take it up again now");
    }

    @Test
    void nobody_sets_aside_what_they_have_not_read() {
        ada.get(ticket);
        marta.get(ticket);
        marta.post(
                ticket + "/replies",
                Map.of("text", "wait a moment", "nonce", UUID.randomUUID().toString()));
        Visitor.Page stale = ada.post(ticket + "/snooze", Map.of("until", "TOMORROW"));
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.body()).contains("wait a moment").doesNotContain("Take it up again now");
    }

    @Test
    void take_next_does_not_give_what_is_set_aside() {
        assertThat(waits()).isTrue();
        snooze("TOMORROW");
        assertThat(waits()).isFalse();
    }

    private boolean waits() {
        Visitor dana = new Visitor(port).signedIn("dana@desk.example");
        return dana.get("/team/waiting").body().contains(ticket.replace("/tickets/", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "OTHER, 2035-06-17, 10:00, That time has passed",
        "OTHER, 2035-06-18, 10:00, That time has passed",
        "OTHER, 2045-06-18, 10:00, more than a year",
        "OTHER, +999999999-12-31, 10:00, more than a year",
        "OTHER, 2035-02-30, 10:00, Enter the day",
        "OTHER, tomorrow, noon, Enter the day",
        "OTHER, '', '', Enter the day"
    })
    void a_time_that_cannot_be_is_said(String until, String day, String time, String words) {
        Visitor.Page page = snooze(until, day, time);
        assertThat(page.status()).isEqualTo(409);
        assertThat(page.body()).contains(words);
        assertThat(snooze("NEVER").status()).isEqualTo(400);
    }
}
