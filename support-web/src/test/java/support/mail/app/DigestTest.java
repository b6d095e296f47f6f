package support.mail.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetupTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import support.people.persistence.People;
import support.sla.RequestType;
import support.sla.Severity;
import support.testing.SettableClock;
import support.testing.TestDatabase;
import support.testing.TestTime;
import support.ticket.Request;
import support.ticket.TicketNumber;
import support.ticket.app.TicketDesk;

/** A desk that was down over a weekend tells its people on Monday what it missed, in one letter. */
@SpringBootTest(properties = {"desk.demo.enabled=true", "desk.demo.tickets=0", "logging.level.org.testcontainers=off"})
@Import({TestDatabase.class, TestTime.class})
class DigestTest {
    private static final Duration WEEK = Duration.ofDays(7);
    private static final int TICKETS = 5;

    @RegisterExtension
    static final GreenMailExtension MAIL =
            new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort()).withPerMethodLifecycle(false);

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry properties) {
        properties.add("desk.smtp.host", () -> "127.0.0.1");
        properties.add("desk.smtp.port", () -> MAIL.getSmtp().getPort());
        properties.add("desk.smtp.tls", () -> "NONE");
        properties.add("desk.smtp.alerts", () -> "leads@desk.example");
    }

    @Autowired
    TicketDesk desk;

    @Autowired
    Delivery delivery;

    @Autowired
    People people;

    @Autowired
    JdbcClient database;

    @Autowired
    SettableClock clock;

    @BeforeEach
    void nothing_waits() throws Exception {
        MAIL.purgeEmailFromAllMailboxes();
        database.sql("update letter set state = 'HELD' where state = 'WAITING'").update();
        clock.set(TestTime.MONDAY_AT_TEN);
    }

    private TicketNumber raise() {
        long app = database.sql("select min(id) from app").query(Long.class).single();
        long marta = people.credentials("marta@nordlicht.example").orElseThrow().person();
        Request request = new Request(
                RequestType.SUPPORT_REQUEST, Severity.LEVEL_2, app, "", "", "Timed", "words", UUID.randomUUID(), null);
        return desk.raise(request, people.viewer(marta).orElseThrow());
    }

    private List<UUID> alerts() {
        return database.sql(
                        "select id from letter where state = 'WAITING' and kind in ('WARNING', 'MISSED') order by id")
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    private List<Instant> departures(List<UUID> letters) {
        return database.sql("""
                        select distinct execution_time from scheduled_tasks
                        where task_name = 'letter' and task_instance in (:letters)
                        """)
                .param("letters", letters.stream().map(UUID::toString).toList())
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .list();
    }

    @Test
    void what_came_due_while_the_desk_was_down_is_told_in_one_letter() throws Exception {
        List<TicketNumber> tickets = Stream.generate(this::raise).limit(TICKETS).toList();
        clock.advance(WEEK);
        tickets.forEach(desk::look);
        List<UUID> alerts = alerts();
        assertThat(alerts).hasSizeGreaterThanOrEqualTo(TICKETS);
        assertThat(departures(alerts)).containsExactly(clock.instant().plus(Duration.ofMinutes(1)));
        alerts.forEach(delivery::deliver);
        assertThat(MAIL.getReceivedMessages()).hasSize(1);
        assertThat(MAIL.getReceivedMessages()[0].getSubject())
                .isEqualTo("Promises of " + TICKETS + " tickets need your attention");
        String words = GreenMailUtil.getWholeMessage(MAIL.getReceivedMessages()[0]);
        tickets.forEach(ticket -> assertThat(words).contains(ticket + "  Promise missed"));
        assertThat(alerts()).isEmpty();
    }

    @Test
    void two_instances_that_deliver_at_once_send_each_alert_once() throws Exception {
        List<TicketNumber> tickets = Stream.generate(this::raise).limit(TICKETS).toList();
        clock.advance(WEEK);
        tickets.forEach(desk::look);
        try (ExecutorService instances = Executors.newFixedThreadPool(TICKETS)) {
            List<Callable<Object>> deliveries = alerts().stream()
                    .map(alert -> Executors.callable(() -> delivery.deliver(alert)))
                    .toList();
            for (Future<Object> done : instances.invokeAll(deliveries)) {
                done.get();
            }
        }
        assertThat(MAIL.getReceivedMessages()).hasSize(1);
        assertThat(alerts()).isEmpty();
    }

    @Test
    void a_single_alert_is_the_letter_about_its_ticket() throws Exception {
        TicketNumber ticket = raise();
        clock.advance(Duration.ofHours(3));
        desk.look(ticket);
        alerts().forEach(delivery::deliver);
        assertThat(MAIL.getReceivedMessages()).hasSize(1);
        assertThat(MAIL.getReceivedMessages()[0].getSubject()).startsWith("[" + ticket + "]");
    }

    @Test
    void an_alert_that_is_written_just_before_the_close_waits_for_the_next_opening() {
        TicketNumber ticket = raise();
        clock.set(Instant.parse("2035-06-18T14:59:30Z"));
        desk.look(ticket);
        assertThat(departures(alerts())).containsExactly(Instant.parse("2035-06-19T07:00:00Z"));
    }
}
