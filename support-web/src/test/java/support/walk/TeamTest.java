package support.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import support.testing.SettableClock;
import support.testing.TestTime;
import support.ticket.TicketNumber;
import support.ticket.app.TicketDesk;

/** Who gets what waits: by asking for the next, by being given it, and not while they are away. */
@DeskTest
class TeamTest {
    private static final String FIRST_OF_THE_QUEUE = """
            select 'SUP-' || number from ticket where assignee_id is null and queue_band <= 1
            order by queue_band, queue_at, lane, number limit 1""";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @Autowired
    TicketDesk desk;

    @Autowired
    SettableClock clock;

    private Visitor ada = new Visitor(0);
    private Visitor dana = new Visitor(0);

    @BeforeEach
    void nobodyHasAnything() {
        database.sql("update ticket set assignee_id = null, version = version + 1 where queue_band <= 1")
                .update();
        ada = new Visitor(port).signedIn("ada@desk.example");
        dana = new Visitor(port).signedIn("dana@desk.example");
    }

    @AfterEach
    void allKnowAllAndAreHere() {
        for (String table : List.of("team_skill", "team_member", "absence")) {
            database.sql("delete from " + table).update();
        }
        clock.set(TestTime.MONDAY_AT_TEN);
    }

    private String one(String sql) {
        return database.sql(sql).query(String.class).single();
    }

    private String id(String email) {
        return one("select id::text from person where email = '" + email + "'");
    }

    private String assignee(String ticket) {
        return one(
                "select coalesce(p.email, '') from ticket t left join person p on p.id = t.assignee_id where number = "
                        + ticket.replaceAll("\\D", ""));
    }

    private Visitor.Page takeNext(Visitor agent) {
        agent.get("/queue");
        return agent.post("/queue/next", Map.of());
    }

    private String taken(Visitor agent) {
        return takeNext(agent).location().replace("/tickets/", "");
    }

    private void know(String email, String... apps) {
        for (String app : apps) {
            database.sql(
                            "insert into team_skill select p.id, a.id from person p, app a where p.email = ? and a.key = ?")
                    .params(email, app)
                    .update();
        }
    }

    private void away(String email, String first, String last) {
        String path = "/team/" + id(email);
        dana.get(path);
        assertThat(dana.post(path + "/absences", Map.of("first", first, "last", last))
                        .location())
                .isEqualTo(path);
    }

    /** Other tests may have made agents on this desk. */
    private void othersAreAway() {
        database.sql(
                        "insert into absence (person_id, first_day, last_day) select id, '2035-01-01', '2035-12-31' from person"
                                + " where role = 'AGENT' and email not in ('ada@desk.example', 'bruno@desk.example')")
                .update();
    }

    @Test
    void the_next_is_the_first_of_the_queue_on_which_somebody_waits_and_says_so_in_its_history() {
        String first = one(FIRST_OF_THE_QUEUE);
        assertThat(taken(ada)).isEqualTo(first);
        assertThat(assignee(first)).isEqualTo("ada@desk.example");
        assertThat(ada.get("/tickets/" + first).body()).contains("took the ticket as the next of the queue");
        assertThat(one(FIRST_OF_THE_QUEUE)).isNotEqualTo(first);
    }

    @Test
    void a_form_that_arrives_twice_takes_one_ticket_until_something_happened_to_it() {
        ada.get("/queue");
        String first = ada.post("/queue/next", Map.of()).location();
        assertThat(ada.post("/queue/next", Map.of()).location()).isEqualTo(first);
        Map<String, String> form = Map.of("nonce", ada.hidden("nonce"));
        ada.get(first);
        ada.post(
                first + "/notes",
                Map.of("text", "done", "nonce", UUID.randomUUID().toString()));
        assertThat(ada.post("/queue/next", form).location())
                .startsWith("/tickets/SUP-")
                .isNotEqualTo(first);
        assertThat(ada.post("/queue/next", Map.of("nonce", "none")).status()).isEqualTo(400);
    }

    @Test
    void many_who_ask_at_the_same_moment_get_as_many_tickets() throws Exception {
        List<Visitor> agents = new ArrayList<>();
        for (String email :
                List.of("ada@desk.example", "dana@desk.example", "emil@desk.example", "bruno@desk.example")) {
            agents.add(new Visitor(port).signedIn(email));
        }
        List<String> tickets = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(agents.size())) {
            List<Future<List<String>>> asked = agents.stream()
                    .map(agent -> pool.submit(() -> List.of(taken(agent), taken(agent))))
                    .toList();
            for (Future<List<String>> answer : asked) {
                tickets.addAll(answer.get());
            }
        }
        assertThat(tickets).hasSize(8).doesNotHaveDuplicates().allMatch(ticket -> ticket.startsWith("SUP-"));
    }

    @Test
    void one_takes_of_the_apps_one_knows_and_is_told_when_nothing_waits() {
        know("ada@desk.example", "ledger");
        String ticket = taken(ada);
        assertThat(one("select a.key from ticket t join app a on a.id = t.app_id where number = "
                        + ticket.replaceAll("\\D", "")))
                .isEqualTo("ledger");
        database.sql("update ticket set assignee_id = (select id from person where email = 'dana@desk.example')"
                        + " where queue_band <= 1 and app_id = (select id from app where key = 'ledger')")
                .update();
        assertThat(takeNext(ada).location()).isEqualTo("/queue?nothing");
        assertThat(ada.get("/queue?nothing").body()).contains("Nothing waits for you");
    }

    @Test
    void a_lead_gives_out_what_waits_to_who_knows_it_and_has_least_to_do() {
        know("ada@desk.example", "ledger");
        away("bruno@desk.example", "2035-01-01", "2035-12-31");
        othersAreAway();
        String waiting = one("select count(*)::text from ticket where assignee_id is null and queue_band <= 1");
        assertThat(dana.get("/team/waiting").body()).contains("Goes to", "Ada");
        assertThat(one(FIRST_OF_THE_QUEUE)).isNotEmpty();
        int atOnce = Math.min(Integer.parseInt(waiting), 100);
        assertThat(dana.post("/team/waiting", Map.of()).body()).contains(atOnce + " of " + atOnce + " given out");
        for (int left = Integer.parseInt(waiting) - atOnce; left > 0; left -= 100) {
            dana.post("/team/waiting", Map.of());
        }
        assertThat(one("select count(*)::text from ticket where assignee_id is null and queue_band <= 1"))
                .isEqualTo("0");
        assertThat(one("select count(*)::text from ticket t join person p on p.id = t.assignee_id"
                        + " where queue_band <= 1 and p.role <> 'AGENT'"))
                .as("leads and admins take by themselves")
                .isEqualTo("0");
        assertThat(one("select count(*)::text from ticket where queue_band <= 1 and assignee_id = "
                        + id("bruno@desk.example")))
                .isEqualTo("0");
        assertThat(dana.get("/team/waiting").body()).contains("Nothing waits for anybody");
        assertThat(dana.get("/team").body()).contains("away until", "Ledger");
    }

    @Test
    void a_lead_says_who_knows_what_and_the_page_shows_it() {
        String path = "/team/" + id("ada@desk.example");
        dana.get(path);
        String app = one("select id::text from app where key = 'ledger'");
        assertThat(dana.post(path + "/apps", Map.of("app", app)).location()).isEqualTo(path + "?saved");
        assertThat(dana.get("/team").body()).contains("Takes by themselves");
        assertThat(dana.post(path + "/apps", Map.of("app", "999999", "given", "true"))
                        .status())
                .isEqualTo(302);
        assertThat(one("select count(*)::text from team_skill")).isEqualTo("0");
        assertThat(dana.get("/team/" + id("marta@nordlicht.example")).status()).isEqualTo(404);
    }

    @Test
    void who_is_away_is_said_where_tickets_are_assigned_and_absurd_days_come_back() {
        ada.get("/account/absences");
        for (Map<String, String> absurd : List.of(
                Map.of("first", "tomorrow", "last", ""),
                Map.of("first", "2035-06-20", "last", "2035-06-19"),
                Map.of("first", "2020-06-20", "last", ""),
                Map.of("first", "2035-06-20", "last", "2041-06-19"))) {
            Visitor.Page refused = ada.post("/account/absences", absurd);
            assertThat(refused.status()).as(absurd.toString()).isEqualTo(422);
            assertThat(refused.body()).contains("There is a problem");
        }
        String today = one("select '" + TestTime.MONDAY_AT_TEN.toString().substring(0, 10) + "'");
        assertThat(ada.post("/account/absences", Map.of("first", today, "last", ""))
                        .status())
                .isEqualTo(302);
        assertThat(ada.get("/account/absences").body()).contains("today");
        String ticket = "/tickets/" + one(FIRST_OF_THE_QUEUE);
        assertThat(dana.get(ticket).body()).containsPattern("Ada [^<]*\\(away until ");
        ada.post("/account/absences/removal", Map.of("absence", one("select max(id)::text from absence")));
        assertThat(dana.get(ticket).body()).doesNotContain("(away until");
    }

    @Test
    void a_ticket_whose_time_runs_out_is_nobodys_again_while_its_assignee_is_away() {
        Visitor marta = new Visitor(port).signedIn("marta@nordlicht.example");
        marta.get("/tickets/new");
        String ticket = marta.post(
                        "/tickets",
                        Map.of(
                                "type", "SUPPORT_REQUEST",
                                "severity", "LEVEL_1",
                                "app", one("select id::text from app where key = 'signpost'"),
                                "summary", "Waits for somebody who is away",
                                "description", "words"))
                .location()
                .replace("/confirmation", "");
        ada.get(ticket);
        ada.post(ticket + "/assignment", Map.of("person", id("ada@desk.example")));
        TicketNumber number =
                TicketNumber.parse(ticket.replace("/tickets/", "")).orElseThrow();
        clock.advance(Duration.ofMinutes(50));
        desk.look(number);
        assertThat(assignee(ticket)).as("at work").isEqualTo("ada@desk.example");
        away("ada@desk.example", "2035-01-01", "2035-12-31");
        clock.advance(Duration.ofMinutes(20));
        desk.look(number);
        assertThat(assignee(ticket)).isEmpty();
        assertThat(dana.get(ticket).body()).containsPattern("The desk took the ticket from Ada [^<]*, who is away");
    }

    @Test
    void what_waits_with_somebody_who_is_away_is_given_back_by_a_lead() {
        String ticket = taken(ada);
        String path = "/team/" + id("ada@desk.example");
        assertThat(dana.get(path).body()).contains("Give waiting tickets back");
        assertThat(dana.post(path + "/returns", Map.of()).location()).isEqualTo(path + "?returned");
        assertThat(assignee(ticket)).isEmpty();
    }
}
