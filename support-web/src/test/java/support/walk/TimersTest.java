package support.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import support.people.Viewer;
import support.people.persistence.People;
import support.sla.RequestType;
import support.sla.Severity;
import support.testing.SettableClock;
import support.testing.TestTime;
import support.ticket.Request;
import support.ticket.Status;
import support.ticket.TicketNumber;
import support.ticket.Words;
import support.ticket.app.TicketDesk;

/** What time does to promises: timers are kept with the ticket, and each thing happens once. */
@DeskTest
class TimersTest {
    @Autowired
    TicketDesk desk;

    @Autowired
    People people;

    @Autowired
    JdbcClient database;

    @Autowired
    SettableClock clock;

    private Viewer person(String email) {
        return people.viewer(people.credentials(email).orElseThrow().person()).orElseThrow();
    }

    private TicketNumber raise() {
        clock.set(TestTime.MONDAY_AT_TEN);
        long app = database.sql("select min(id) from app").query(Long.class).single();
        Request request = new Request(
                RequestType.SUPPORT_REQUEST, Severity.LEVEL_2, app, "", "", "Timed", "words", UUID.randomUUID(), null);
        return desk.raise(request, person("marta@nordlicht.example"));
    }

    private List<@Nullable String> kinds(TicketNumber ticket) {
        return database.sql("select kind from ticket_event where ticket_number = ? order by id")
                .param(ticket.value())
                .query(String.class)
                .list();
    }

    private List<@Nullable String> letters(TicketNumber ticket) {
        return database.sql("select kind from letter where ticket_number = ? order by written_at, kind")
                .param(ticket.value())
                .query(String.class)
                .list();
    }

    private List<Instant> timer(TicketNumber ticket) {
        return database.sql(
                        "select execution_time from scheduled_tasks where task_name = 'promise' and task_instance = ?")
                .param(Long.toString(ticket.value()))
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .list();
    }

    @Test
    void warned_once_at_three_quarters_and_missed_once_after_the_due_time() {
        TicketNumber ticket = raise();
        Instant warning = TestTime.MONDAY_AT_TEN.plus(Duration.ofHours(3));
        assertThat(timer(ticket)).containsExactly(warning);
        clock.set(warning);
        assertThat(desk.look(ticket))
                .contains(TestTime.MONDAY_AT_TEN.plus(Duration.ofHours(4)).plusNanos(1000));
        desk.look(ticket);
        clock.advance(Duration.ofHours(2));
        assertThat(desk.look(ticket)).isEmpty();
        desk.look(ticket);
        assertThat(kinds(ticket)).containsExactly("RAISED", "PROMISE_MADE", "PROMISE_WARNED", "PROMISE_MISSED");
        assertThat(letters(ticket)).containsExactly("ACKNOWLEDGEMENT", "WARNING", "MISSED");
    }

    @Test
    void an_answer_takes_the_timer_away_and_tells_the_customer() {
        TicketNumber ticket = raise();
        desk.answer(ticket, person("ada@desk.example"), 0, new Words("Try this", UUID.randomUUID()), Status.OPEN, null);
        assertThat(timer(ticket)).isEmpty();
        assertThat(kinds(ticket)).contains("PROMISE_KEPT");
        assertThat(letters(ticket)).containsExactlyInAnyOrder("ACKNOWLEDGEMENT", "PUBLIC_REPLY");
    }

    @Test
    void a_raised_level_moves_the_timer_and_tells_the_customer_the_new_due_time() {
        TicketNumber ticket = raise();
        desk.reclassify(ticket, person("ada@desk.example"), 0, Severity.LEVEL_1);
        assertThat(timer(ticket)).containsExactly(TestTime.MONDAY_AT_TEN.plus(Duration.ofMinutes(45)));
        assertThat(database.sql("select body_text from letter where ticket_number = ? and kind = 'DUE_CHANGED'")
                        .param(ticket.value())
                        .query(String.class)
                        .single())
                .contains("from Level 2 to Level 1")
                .contains("Mon 18 Jun, 11:00 CEST");
    }

    @Test
    void a_level_that_is_raised_late_keeps_the_due_time_and_the_letter_says_by_which_level() {
        TicketNumber ticket = raise();
        clock.set(TestTime.MONDAY_AT_TEN.plus(Duration.ofMinutes(210)));
        desk.reclassify(ticket, person("ada@desk.example"), 0, Severity.LEVEL_1);
        assertThat(database.sql("select body_text from letter where ticket_number = ? and kind = 'DUE_CHANGED'")
                        .param(ticket.value())
                        .query(String.class)
                        .single())
                .contains("from Level 2 to Level 1: the due time stays")
                .contains("4:00 = Level 2");
    }

    @Test
    void a_resolved_ticket_has_a_timer_that_closes_it_and_tells_nobody() {
        TicketNumber ticket = raise();
        desk.answer(
                ticket, person("ada@desk.example"), 0, new Words("Try this", UUID.randomUUID()), Status.RESOLVED, null);
        Instant closes = TestTime.MONDAY_AT_TEN.plus(Duration.ofDays(14));
        assertThat(timer(ticket)).containsExactly(closes);
        clock.set(closes.minusSeconds(1));
        assertThat(desk.look(ticket)).contains(closes);
        int letters = letters(ticket).size();
        clock.set(closes);
        assertThat(desk.look(ticket)).isEmpty();
        desk.look(ticket);
        assertThat(database.sql("select status from ticket where number = ?")
                        .param(ticket.value())
                        .query(String.class)
                        .single())
                .isEqualTo("CLOSED");
        assertThat(database.sql(
                                "select actor_id is null and data ->> 'to' = 'CLOSED' from ticket_event where ticket_number = ? and kind = 'STATUS_CHANGED' order by id desc limit 1")
                        .param(ticket.value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(letters(ticket)).hasSize(letters);
    }

    @Test
    void a_ticket_that_is_opened_again_loses_the_timer_that_would_close_it() {
        TicketNumber ticket = raise();
        Viewer marta = person("marta@nordlicht.example");
        desk.answer(
                ticket, person("ada@desk.example"), 0, new Words("Try this", UUID.randomUUID()), Status.RESOLVED, null);
        desk.reply(ticket, marta, new Words("It came back", UUID.randomUUID()));
        assertThat(timer(ticket)).isEmpty();
        clock.advance(Duration.ofDays(1));
        desk.solve(ticket, marta);
        assertThat(timer(ticket)).containsExactly(TestTime.MONDAY_AT_TEN.plus(Duration.ofDays(15)));
    }

    @Test
    void a_message_that_arrives_twice_is_written_once() {
        TicketNumber ticket = raise();
        Words words = new Words("again", UUID.randomUUID());
        desk.reply(ticket, person("marta@nordlicht.example"), words);
        desk.reply(ticket, person("marta@nordlicht.example"), words);
        assertThat(kinds(ticket)).containsOnlyOnce("CUSTOMER_REPLIED");
    }
}
