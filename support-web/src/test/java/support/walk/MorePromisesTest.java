package support.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
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
import support.ticket.app.Recompute;
import support.ticket.app.TicketDesk;

/** Later replies, solutions and days that people name: on a desk of its own, since a lead publishes a policy here. */
@DeskTest
@TestPropertySource(properties = "desk.name=Desk of more promises")
class MorePromisesTest {
    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @Autowired
    SettableClock clock;

    @Autowired
    TicketDesk desk;

    @Autowired
    People people;

    @Autowired
    Recompute recompute;

    @BeforeEach
    void promise_everything() {
        clock.set(TestTime.MONDAY_AT_TEN);
        if (published() < 2) {
            Visitor dana = new Visitor(port).signedIn("dana@desk.example");
            dana.get("/terms/policy");
            assertThat(dana.post("/terms/policy", everything()).location()).isEqualTo("/terms/policy");
            dana.get("/terms/publication");
            assertThat(dana.post("/terms/publication", Map.of()).location()).isEqualTo("/terms?published");
        }
    }

    private int published() {
        return database.sql("select max(version) from policy_version")
                .query(Integer.class)
                .single();
    }

    /** The usual first replies; each later one within 4 hours, a solution within 16. */
    private static Map<String, String> everything() {
        Map<String, String> fields = new HashMap<>(Map.of("warnAtPercent", "75"));
        for (String request : List.of("SUPPORT_REQUEST", "BUG_REPORT")) {
            for (String lane : List.of("STANDARD", "FAST_LANE")) {
                for (int level = 1; level <= 4; level++) {
                    String of = "-" + request + "-LEVEL_" + level + "-" + lane;
                    fields.put(
                            "time-FIRST_RESPONSE" + of,
                            List.of("1", "4", "8", "24").get(level - 1));
                    fields.put("time-NEXT_RESPONSE" + of, "4");
                    fields.put("time-RESOLUTION" + of, "16");
                }
            }
        }
        return fields;
    }

    private Viewer person(String email) {
        return people.viewer(people.credentials(email).orElseThrow().person()).orElseThrow();
    }

    private TicketNumber raise() {
        long app = database.sql("select min(id) from app").query(Long.class).single();
        Request request = new Request(
                RequestType.SUPPORT_REQUEST, Severity.LEVEL_2, app, "", "", "More", "words", UUID.randomUUID(), null);
        return desk.raise(request, person("marta@nordlicht.example"));
    }

    private int version(TicketNumber ticket) {
        return database.sql("select version from ticket where number = ?")
                .param(ticket.value())
                .query(Integer.class)
                .single();
    }

    private void answer(TicketNumber ticket, Status next) {
        desk.answer(
                ticket,
                person("ada@desk.example"),
                version(ticket),
                new Words("Try this", UUID.randomUUID()),
                next,
                null);
    }

    private void reply(TicketNumber ticket) {
        desk.reply(ticket, person("marta@nordlicht.example"), new Words("It did not help", UUID.randomUUID()));
    }

    private List<String> promises(TicketNumber ticket) {
        return database.sql(
                        "select metric || ' ' || ordinal || ' ' || verdict || case when mod(cardinality(pauses), 2) = 1"
                                + " then ' rests' else '' end from promise where ticket_number = ? order by metric, ordinal")
                .param(ticket.value())
                .query((row, n) -> row.getString(1))
                .list();
    }

    private List<Instant> timer(TicketNumber ticket) {
        return database.sql(
                        "select execution_time from scheduled_tasks where task_name = 'promise' and task_instance = ?")
                .param(Long.toString(ticket.value()))
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .list();
    }

    private Visitor.Page page(String email, TicketNumber ticket) {
        return new Visitor(port).signedIn(email).get("/tickets/" + ticket);
    }

    @Test
    void each_answer_is_promised_and_a_solution_rests_while_the_desk_waits() {
        TicketNumber ticket = raise();
        clock.advance(Duration.ofHours(1));
        answer(ticket, Status.WAITING_FOR_CUSTOMER);
        assertThat(promises(ticket)).containsExactly("FIRST_RESPONSE 1 KEPT", "RESOLUTION 1 OPEN rests");
        assertThat(timer(ticket)).isEmpty();
        assertThat(page("marta@nordlicht.example", ticket).body())
                .contains("It is your turn")
                .contains("<span>Paused</span>")
                .contains("15:00");
        clock.advance(Duration.ofHours(2));
        reply(ticket);
        assertThat(promises(ticket))
                .containsExactly("FIRST_RESPONSE 1 KEPT", "NEXT_RESPONSE 1 OPEN", "RESOLUTION 1 OPEN");
        assertThat(timer(ticket)).containsExactly(clock.instant().plus(Duration.ofHours(3)));
        String page = page("marta@nordlicht.example", ticket).body();
        assertThat(page)
                .contains("Our next reply is due by Mon 18 Jun, 17:00")
                .contains("paused: waiting for the customer");
        answer(ticket, Status.RESOLVED);
        assertThat(promises(ticket))
                .containsExactly("FIRST_RESPONSE 1 KEPT", "NEXT_RESPONSE 1 KEPT", "RESOLUTION 1 KEPT");
        reply(ticket);
        assertThat(promises(ticket)).contains("NEXT_RESPONSE 2 OPEN", "RESOLUTION 2 OPEN");
        assertThat(page("ada@desk.example", ticket).body()).contains("2 earlier promises");
        assertThat(differences()).isEmpty();
    }

    @Test
    void a_customer_says_that_it_got_worse_and_is_answered_sooner() {
        TicketNumber ticket = raise();
        Visitor marta = new Visitor(port).signedIn("marta@nordlicht.example");
        clock.advance(Duration.ofMinutes(30));
        assertThat(marta.get("/tickets/" + ticket).body()).contains("Nobody can work", "Mon 18 Jun, 11:30 CEST");
        assertThat(marta.post("/tickets/" + ticket + "/impact", Map.of("severity", "LEVEL_1"))
                        .status())
                .isEqualTo(302);
        assertThat(marta.get("/tickets/" + ticket).body())
                .contains("changed from Level 2 to Level 1: due Mon 18 Jun 11:30 instead of Mon 18 Jun 14:00");
        assertThat(page("ada@desk.example", ticket).body()).contains("Marta Quell changed the level");
        marta.get("/tickets/" + ticket);
        assertThat(marta.post("/tickets/" + ticket + "/impact", Map.of()).body())
                .contains("role=\"alert\"");
        answer(ticket, Status.OPEN);
        assertThat(marta.post("/tickets/" + ticket + "/impact", Map.of("severity", "LEVEL_4"))
                        .status())
                .as("the page was seen before the answer")
                .isEqualTo(409);
    }

    @Test
    void the_public_policy_names_all_that_is_promised() {
        String page = new Visitor(port).get("/policy").body();
        assertThat(page).contains("What we promise", "Next reply", "Solution", ">16 h<", "It pauses while we wait");
    }

    private List<String> differences() {
        List<String> found = new ArrayList<>();
        recompute.check(difference -> found.add(difference.number() + " " + difference.words()));
        return found;
    }

    @Test
    void a_missed_later_reply_is_told_to_the_desk_and_counts_in_the_report() {
        TicketNumber ticket = raise();
        answer(ticket, Status.OPEN);
        reply(ticket);
        clock.advance(Duration.ofHours(5));
        desk.look(ticket);
        assertThat(promises(ticket)).contains("NEXT_RESPONSE 1 MISSED");
        assertThat(database.sql("select body_text from letter where ticket_number = ? and kind = 'MISSED'")
                        .param(ticket.value())
                        .query(String.class)
                        .single())
                .contains("our next reply");
        Visitor dana = new Visitor(port).signedIn("dana@desk.example");
        assertThat(dana.get("/report?month=2035-06").body()).contains("of later replies were in time");
        dana.get("/tickets/" + ticket);
        Map<String, String> fields = Map.of(
                "metric", "NEXT_RESPONSE", "ordinal", "1", "verdict", "KEPT", "reason", "Ada called the customer");
        assertThat(dana.post("/tickets/" + ticket + "/verdict", fields).status())
                .isEqualTo(302);
        assertThat(dana.get("/tickets/" + ticket).body()).contains("corrected: Ada called the customer");
        assertThat(dana.get("/queue").body()).contains("Overdue: earliest first");
    }

    private Visitor.Page answerWithNews(TicketNumber ticket, String newsBy) {
        Visitor ada = new Visitor(port).signedIn("ada@desk.example");
        ada.get("/tickets/" + ticket);
        return ada.post(
                "/tickets/" + ticket + "/replies",
                Map.of(
                        "text",
                        "We look into it",
                        "next",
                        "OPEN",
                        "newsBy",
                        newsBy,
                        "seen",
                        Integer.toString(version(ticket)),
                        "nonce",
                        UUID.randomUUID().toString(),
                        "action",
                        "send"));
    }

    @Test
    void a_day_that_an_agent_names_is_shown_told_and_measured() {
        TicketNumber ticket = raise();
        assertThat(answerWithNews(ticket, "2035-06-20").status()).isEqualTo(302);
        assertThat(page("marta@nordlicht.example", ticket).body())
                .contains("Next news")
                .contains("A solution is due by Wed 20 Jun, 10:00") // what is due first
                .contains("Wed 20 Jun, 17:00");
        assertThat(database.sql("select body_text from letter where ticket_number = ? and kind = 'PUBLIC_REPLY'")
                        .param(ticket.value())
                        .query(String.class)
                        .single())
                .contains("You hear from us again by Wed 20 Jun, 17:00");
        clock.set(Instant.parse("2035-06-20T15:00:01Z"));
        desk.look(ticket);
        assertThat(promises(ticket)).contains("NEXT_NEWS 1 MISSED");
        assertThat(page("marta@nordlicht.example", ticket).body()).contains("A solution was due by Wed 20 Jun, 10:00");
        assertThat(answerWithNews(ticket, "2035-06-21").status()).isEqualTo(302);
        assertThat(promises(ticket)).contains("NEXT_NEWS 1 MISSED", "NEXT_NEWS 2 OPEN");
        assertThat(differences()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2035-06-17, We are closed on this day",
        "2035-06-15, We have closed already on this day",
        "2035-02-30, Enter a day",
        "9999-12-31, Enter a day",
        "soon, Enter a day"
    })
    void news_come_on_a_business_day_to_come(String day, String problem) {
        TicketNumber ticket = raise();
        Visitor.Page page = answerWithNews(ticket, day);
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains(problem).contains("We look into it");
        assertThat(promises(ticket)).containsExactly("FIRST_RESPONSE 1 OPEN", "RESOLUTION 1 OPEN");
    }

    @Test
    void a_rehearsal_says_what_would_be_promised_in_addition_or_no_more() {
        TicketNumber ticket = raise();
        Visitor dana = new Visitor(port).signedIn("dana@desk.example");
        dana.get("/terms/policy");
        Map<String, String> less = new HashMap<>(everything());
        less.keySet().removeIf(field -> field.startsWith("time-RESOLUTION"));
        assertThat(dana.post("/terms/policy", less).location()).isEqualTo("/terms/policy");
        dana.get("/terms/rehearsal");
        dana.post("/terms/rehearsal", Map.of("calendar", "", "from", "", "to", ""));
        assertThat(rehearsed(dana)).contains("Not promised");
        String csv = dana.get("/terms/rehearsal/changes.csv").body();
        assertThat(csv.lines())
                .anyMatch(line -> line.startsWith(ticket + ",RESOLUTION,LEVEL_2,STANDARD,NOT_PROMISED,"));
        assertThat(csv).doesNotContain("FIRST_RESPONSE,LEVEL_2");
        dana.get("/terms/policy");
        dana.post("/terms/draft-removal", Map.of("calendar", ""));
    }

    private static String rehearsed(Visitor lead) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !lead.get("/terms/rehearsal").body().contains("<progress"));
        return lead.get("/terms/rehearsal").body();
    }
}
