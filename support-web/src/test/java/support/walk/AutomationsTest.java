package support.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import support.automation.app.AutomationClock;
import support.automation.app.AutomationRunner;
import support.testing.SettableClock;
import support.testing.TestTime;
import support.ticket.TicketNumber;
import support.ticket.app.TicketDesk;

/** What the desk does by itself: when, if, then; each once, named in the history, and never without end. */
@DeskTest
class AutomationsTest {
    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @Autowired
    AutomationRunner runner;

    @Autowired
    AutomationClock timed;

    @Autowired
    TicketDesk desk;

    @Autowired
    SettableClock clock;

    private Visitor marta = new Visitor(0);
    private Visitor ada = new Visitor(0);
    private Visitor emil = new Visitor(0);

    @BeforeEach
    void come() {
        leaveNone();
        clock.set(TestTime.MONDAY_AT_TEN);
        marta = new Visitor(port).signedIn("marta@nordlicht.example");
        ada = new Visitor(port).signedIn("ada@desk.example");
        emil = new Visitor(port).signedIn("emil@desk.example");
        emil.get("/automations/new");
    }

    @AfterEach
    void leaveNone() {
        database.sql("delete from automation").update();
        clock.set(TestTime.MONDAY_AT_TEN);
    }

    private String one(String sql) {
        return database.sql(sql).query(String.class).single();
    }

    private long raise() {
        marta.get("/tickets/new");
        String location = marta.post(
                        "/tickets",
                        Map.of(
                                "type", "SUPPORT_REQUEST",
                                "severity", "LEVEL_2",
                                "app", one("select id::text from app where key = 'signpost'"),
                                "summary", "By itself",
                                "description", "words"))
                .location();
        return Long.parseLong(location.replaceAll("\\D", ""));
    }

    private static Map<String, String> automation(String name, String trigger, String... more) {
        Map<String, String> fields = new HashMap<>(Map.of("name", name, "trigger", trigger));
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        return fields;
    }

    /** Kept and turned on. */
    private String on(String name, String trigger, String... more) {
        String id = kept(automation(name, trigger, more));
        emil.get("/automations");
        String version = one("select version::text from automation where id = " + id);
        assertThat(emil.post("/automations/" + id + "/start", Map.of("seen", version))
                        .location())
                .isEqualTo("/automations");
        return id;
    }

    private String kept(Map<String, String> fields) {
        emil.get("/automations/new");
        Visitor.Page page = emil.post("/automations", fields);
        assertThat(page.location()).describedAs(page.body()).isEqualTo("/automations");
        return database.sql("select id::text from automation where name = :name")
                .param("name", fields.get("name"))
                .query(String.class)
                .single();
    }

    /** What waits, and what comes of it, until nothing does. */
    private void act() {
        for (List<Long> tasks = tasks(); !tasks.isEmpty(); tasks = tasks()) {
            tasks.forEach(runner::run);
        }
    }

    private List<Long> tasks() {
        return database.sql("select id from automation_task order by id")
                .query((row, n) -> row.getLong(1))
                .list();
    }

    private List<@Nullable String> byAutomations(long ticket) {
        return database.sql("select kind || ' ' || automation from ticket_event"
                        + " where ticket_number = :ticket and automation is not null order by id")
                .param("ticket", ticket)
                .query(String.class)
                .list();
    }

    private List<@Nullable String> outcomes(String automation) {
        return database.sql("select outcome from automation_run where automation_id = :id order by id")
                .param("id", Long.parseLong(automation))
                .query(String.class)
                .list();
    }

    @Test
    void what_is_raised_is_given_tagged_moved_noted_and_told_of_once() {
        String bruno = one("select id::text from person where email = 'bruno@desk.example'");
        String id = on(
                "Hard cases",
                "RAISED",
                "query",
                "severity:2 app:signpost",
                "assignee",
                bruno,
                "adds",
                "Hard, for-bruno",
                "next",
                "OPEN",
                "note",
                "Look at **this** <script>alert(1)</script>",
                "mail",
                "ASSIGNEE");
        long ticket = raise();
        List<Long> tasks = tasks();
        act();
        tasks.forEach(runner::run);
        assertThat(byAutomations(ticket))
                .containsExactly(
                        "ASSIGNED Hard cases",
                        "TAGGED Hard cases",
                        "TAGGED Hard cases",
                        "STATUS_CHANGED Hard cases",
                        "NOTE_WRITTEN Hard cases");
        assertThat(outcomes(id)).containsExactly("DONE");
        assertThat(one("select count(*) from letter where subject like '%Hard cases%SUP-" + ticket
                        + "%' and recipient = 'bruno@desk.example'"))
                .isEqualTo("1");
        assertThat(ada.get("/tickets/SUP-" + ticket).body())
                .contains(
                        "The automation &quot;Hard cases&quot; tagged the ticket &quot;hard&quot;",
                        "Automation &quot;Hard cases&quot;",
                        "Look at <strong>this</strong>")
                .doesNotContain("<script>alert");
        assertThat(marta.get("/tickets/SUP-" + ticket).body()).doesNotContain("Hard cases", "for-bruno");
        assertThat(one("select (first_response_at is null)::text from ticket where number = " + ticket))
                .isEqualTo("true");
        assertThat(emil.get("/automations/" + id).body()).contains("SUP-" + ticket, "done");
        assertThat(emil.get("/audit").body()).contains("turned an automation on", "added an automation");
    }

    @ParameterizedTest
    @CsvSource({
        "CUSTOMER_REPLIED, /replies, text=Still so",
        "STATUS_CHANGED, /status, status=OPEN",
        "SEVERITY_CHANGED, /severity, severity=LEVEL_3",
        "ASSIGNED, /assignment, person=0",
        "TAGGED, /tags, tag=by-hand",
        "DESK_REPLIED, /replies, text=Try this;next=OPEN"
    })
    void each_thing_that_happens_sets_it_off(String trigger, String door, String typed) {
        long ticket = raise();
        on("Seen", trigger, "adds", "seen-it");
        Map<String, String> fields = new HashMap<>();
        for (String field : typed.split(";", -1)) {
            fields.put(field.split("=", 2)[0], field.split("=", 2)[1]);
        }
        fields.computeIfPresent(
                "person", (key, old) -> one("select id::text from person where email = 'ada@desk.example'"));
        Visitor who = trigger.equals("CUSTOMER_REPLIED") ? marta : ada;
        who.get("/tickets/SUP-" + ticket);
        assertThat(who.post("/tickets/SUP-" + ticket + door, fields).status()).isEqualTo(302);
        release(ticket);
        act();
        assertThat(byAutomations(ticket)).containsExactly("TAGGED Seen");
    }

    /** A reply that can still be taken back leaves. */
    private void release(long ticket) {
        ada.get("/tickets/SUP-" + ticket);
        ada.post("/tickets/SUP-" + ticket + "/held/sending", Map.of());
    }

    @Test
    void time_sets_it_off_once_for_each_wait() {
        String id = on("Too long", "UNANSWERED", "hours", "3", "query", "app:signpost", "adds", "too-long");
        String missed = on("Warned", "PROMISE_WARNED", "adds", "warned");
        long ticket = raise();
        clock.advance(Duration.ofHours(2));
        timed.look();
        act();
        assertThat(byAutomations(ticket)).isEmpty();
        clock.advance(Duration.ofHours(1));
        timed.look();
        timed.look();
        desk.look(new TicketNumber(ticket));
        act();
        timed.look();
        act();
        assertThat(byAutomations(ticket)).containsExactlyInAnyOrder("TAGGED Too long", "TAGGED Warned");
        assertThat(outcomes(id)).contains("DONE");
        assertThat(outcomes(missed)).contains("DONE");
        clock.advance(Duration.ofHours(5));
        timed.look();
        act();
        assertThat(byAutomations(ticket)).hasSize(2);
    }

    @Test
    void what_nobody_touches_goes_on_resting_while_automations_do() {
        String id = on("Rests", "UNTOUCHED", "hours", "24", "query", "app:signpost", "note", "Nobody was here");
        long ticket = raise();
        clock.advance(Duration.ofHours(25));
        timed.look();
        act();
        clock.advance(Duration.ofHours(25));
        timed.look();
        act();
        assertThat(byAutomations(ticket)).containsExactly("NOTE_WRITTEN Rests");
        assertThat(outcomes(id)).isNotEmpty();
    }

    @Test
    void one_that_sets_itself_off_is_stopped_in_the_chain() {
        String id = on("Circle", "TAGGED", "note", "again", "adds", "round");
        String back = on("Back", "TAGGED", "removes", "round", "adds", "back");
        long ticket = raise();
        ada.get("/tickets/SUP-" + ticket);
        ada.post("/tickets/SUP-" + ticket + "/tags", Map.of("tag", "start"));
        act();
        assertThat(outcomes(id)).contains("DONE", "CIRCLE");
        assertThat(outcomes(back)).contains("DONE");
        assertThat(byAutomations(ticket)).hasSizeLessThan(12);
        assertThat(emil.get("/automations/" + id).body()).contains("it would have turned in a circle");
    }

    @Test
    void too_much_within_an_hour_stops_it_and_the_page_says_so() {
        String id = on("Busy", "CUSTOMER_REPLIED", "note", "again");
        long ticket = raise();
        for (int i = 0; i < 21; i++) {
            desk.reply(
                    new TicketNumber(ticket),
                    viewer("marta@nordlicht.example"),
                    new support.ticket.Words("More " + i, java.util.UUID.randomUUID()));
            act();
        }
        assertThat(outcomes(id)).hasSize(20).containsOnly("DONE");
        assertThat(one("select active || ' ' || stopped from automation where id = " + id))
                .isEqualTo("false TOO_OFTEN");
        assertThat(emil.get("/automations").body()).contains("20 times within an hour");
    }

    @Autowired
    support.people.persistence.People people;

    private support.people.Viewer viewer(String email) {
        return people.viewer(people.credentials(email).orElseThrow().person()).orElseThrow();
    }

    @Test
    void what_the_ticket_refuses_is_left_out_and_said() {
        String id = on("Ends", "RAISED", "query", "severity:2 app:signpost", "next", "RESOLVED", "adds", "ended");
        long ticket = raise();
        act();
        assertThat(byAutomations(ticket)).containsExactly("TAGGED Ends");
        assertThat(outcomes(id)).containsExactly("PARTLY");
        assertThat(emil.get("/automations/" + id).body()).contains("reply that we promised");
    }

    @Test
    void the_past_is_tried_and_left_as_it_is() {
        long ticket = raise();
        String id = kept(automation("Tried", "RAISED", "query", "app:signpost", "adds", "tried"));
        String page = emil.get("/automations/" + id + "/rehearsal").body();
        assertThat(page).contains("SUP-" + ticket, "tags it gets: tried", "It would have acted on");
        String none = kept(automation("Tried too", "UNANSWERED", "hours", "700", "adds", "tried"));
        assertThat(emil.get("/automations/" + none + "/rehearsal").body()).doesNotContain("SUP-" + ticket);
        act();
        assertThat(byAutomations(ticket)).isEmpty();
    }

    @Test
    void one_whose_words_cannot_be_read_any_more_is_stopped() {
        String id = on("Old app", "RAISED", "adds", "x");
        database.sql("update automation set query = 'app:gone' where name = 'Old app'")
                .update();
        raise();
        act();
        assertThat(one("select stopped from automation where id = " + id)).isEqualTo("UNREADABLE");
        assertThat(emil.get("/automations").body()).contains("cannot be read any more");
    }

    @Test
    void of_two_admins_the_second_is_told() {
        String id = kept(automation("Shared", "RAISED", "adds", "x"));
        emil.get("/automations/" + id);
        assertThat(emil.post("/automations/" + id, automation("Shared now", "RAISED", "adds", "x", "seen", "0"))
                        .status())
                .isEqualTo(302);
        emil.get("/automations");
        assertThat(emil.post("/automations/" + id, automation("Mine", "RAISED", "adds", "x", "seen", "0"))
                        .body())
                .contains("Somebody changed this automation");
        assertThat(emil.post("/automations/" + id + "/start", Map.of("seen", "0"))
                        .location())
                .endsWith("?stale");
        String second = kept(automation("Second", "RAISED", "adds", "x"));
        emil.get("/automations");
        emil.post("/automations/" + second + "/earlier", Map.of());
        assertThat(one("select string_agg(name, ',' order by place) from automation"))
                .isEqualTo("Second,Shared now");
        emil.get("/automations");
        assertThat(emil.post("/automations/" + second + "/removal", Map.of()).status())
                .isEqualTo(302);
        assertThat(emil.get("/automations/" + second).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "name, '', Enter a name",
        "query, severty:1, Nearest: severity",
        "query, 'tag:\"open', has no end",
        "query, assignee:me, Nobody is",
        "hours, 0, Enter from 1 to",
        "adds, <b>, Enter at most 10 tags",
        "assignee, 999999, Choose somebody",
        "trigger, NONSENSE, Choose what sets it off"
    })
    void what_cannot_be_is_said_and_kept_in_the_form(String field, String typed, String said) {
        Map<String, String> fields =
                automation("Cannot be", "UNTOUCHED", "hours", "4", "adds", "x", "note", "My words");
        fields.put(field, typed);
        emil.get("/automations/new");
        Visitor.Page page = emil.post("/automations", fields);
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains(said, "My words");
    }

    @Test
    void a_note_that_is_too_long_and_one_that_does_nothing_are_refused() {
        emil.get("/automations/new");
        assertThat(emil.post("/automations", automation("Long", "RAISED", "note", "x".repeat(10_000)))
                        .body())
                .contains("A note has at most 5,000");
        emil.get("/automations/new");
        assertThat(emil.post("/automations", automation("Nothing", "RAISED")).body())
                .contains("Say what it does");
    }
}
