package support.mail.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetupTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import support.behalf.Consent;
import support.behalf.EndCustomer;
import support.behalf.persistence.EndCustomers;
import support.people.Viewer;
import support.people.persistence.People;
import support.sla.RequestType;
import support.sla.Severity;
import support.testing.SettableClock;
import support.testing.TestDatabase;
import support.testing.TestTime;
import support.ticket.Behalf;
import support.ticket.Coverage;
import support.ticket.Request;
import support.ticket.Sharing;
import support.ticket.Status;
import support.ticket.TicketNumber;
import support.ticket.Words;
import support.ticket.app.TicketDesk;

/**
 * What leaves the outbox: of what a desk missed while it was down, one letter; of what the reader may not read any more,
 * nothing.
 */
@SpringBootTest(properties = {"desk.demo.enabled=true", "desk.demo.tickets=0", "logging.level.org.testcontainers=off"})
@Import({TestDatabase.class, TestTime.class})
class DeliveryTest {
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
    EndCustomers endCustomers;

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

    @ParameterizedTest
    @CsvSource({"GIVEN, 1", "REVOKED, 0"})
    void an_answer_that_waited_goes_out_only_if_its_reader_may_still_read_it(String consent, int letters)
            throws Exception {
        Viewer lena = person("lena@maplework.example");
        EndCustomer customer = agreed(lena, consent.toLowerCase(Locale.ROOT) + "@larch.example");
        long app = database.sql("select min(id) from app").query(Long.class).single();
        Request request = new Request(
                RequestType.SUPPORT_REQUEST,
                Severity.LEVEL_2,
                app,
                "",
                "",
                "Filed",
                "words",
                UUID.randomUUID(),
                null,
                Coverage.UNJUDGED,
                Behalf.of(customer, Sharing.PARTNER_ONLY));
        TicketNumber ticket = desk.raise(request, lena);
        nothing_waits();
        Words words = new Words("Empty the cache.", UUID.randomUUID());
        desk.answer(ticket, person("ada@desk.example"), 0, words, Status.WAITING_FOR_CUSTOMER, null);
        UUID answer = database.sql("select id from letter where state = 'WAITING' and kind = 'PUBLIC_REPLY'")
                .query(UUID.class)
                .single();
        database.sql("update end_customer set consent = :consent where id = :id")
                .param("consent", consent)
                .param("id", customer.id())
                .update();
        delivery.deliver(answer);
        assertThat(MAIL.getReceivedMessages()).hasSize(letters);
        assertThat(database.sql("select count(*) from letter where id = :id and state = 'SENT'")
                        .param("id", answer)
                        .query(Integer.class)
                        .single())
                .isEqualTo(letters);
    }

    /** Nordlicht, which has agreed that the partner files for it. */
    private EndCustomer agreed(Viewer partner, String contact) {
        EndCustomer asked = endCustomers.add(
                Objects.requireNonNull(partner.organisation()), "Nordlicht", contact, partner.id(), clock.instant());
        EndCustomer agreed =
                asked.with(Consent.GIVEN, person("marta@nordlicht.example").organisation(), clock.instant());
        endCustomers.say(agreed, null, "");
        return agreed;
    }

    private Viewer person(String address) {
        return people.viewer(people.credentials(address).orElseThrow().person()).orElseThrow();
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
