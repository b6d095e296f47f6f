package support.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One thing that is done to several tickets of the queue: a line for each, and a way back. */
@DeskTest
class BulkTest {
    private static final String BULK = "/queue/bulk";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    private Visitor marta = new Visitor(0);
    private Visitor ada = new Visitor(0);
    private List<Long> tickets = List.of();

    @BeforeEach
    void raise() {
        marta = new Visitor(port).signedIn("marta@nordlicht.example");
        ada = new Visitor(port).signedIn("ada@desk.example");
        tickets = List.of(raised("First of three"), raised("Second of three"), raised("Third of three"));
        ada.get(BULK);
    }

    @AfterEach
    void leaveNone() {
        database.sql("delete from macro where not demo").update();
    }

    private long raised(String summary) {
        marta.get("/tickets/new");
        String app = one("select id::text from app where key = 'signpost'");
        String confirmation = marta.post(
                        "/tickets",
                        Map.of(
                                "type", "SUPPORT_REQUEST",
                                "severity", "LEVEL_2",
                                "app", app,
                                "summary", summary,
                                "description", "words"))
                .location();
        return Long.parseLong(confirmation.replaceAll("\\D", ""));
    }

    private String one(String sql) {
        return database.sql(sql)
                .query((row, n) -> String.valueOf(row.getString(1)))
                .single();
    }

    private String chosen() {
        return tickets.stream().map(this::chosen).collect(Collectors.joining(","));
    }

    /** As the queue shows it now. */
    private String chosen(long ticket) {
        return "SUP-" + ticket + "." + one("select version from ticket where number = " + ticket);
    }

    private Visitor.Page send(String chosen, String deed, String... more) {
        return send(ada, UUID.randomUUID(), chosen, deed, more);
    }

    private static Visitor.Page send(Visitor who, UUID nonce, String chosen, String deed, String... more) {
        Map<String, String> fields =
                new HashMap<>(Map.of("ticket", chosen, "deed", deed, "nonce", nonce.toString(), "q", "lane:fast"));
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        return who.post(BULK, fields);
    }

    /** What became of each ticket, in order. */
    private List<String> fates(Visitor.Page sent) {
        assertThat(sent.status()).as(sent.body()).isEqualTo(302);
        assertThat(sent.location()).startsWith(BULK + "/done?").endsWith("q=lane%3Afast");
        Matcher fate = Pattern.compile("class=\"bulk-fate[^>]*>([^<]*)<")
                .matcher(ada.get(sent.location()).body());
        List<String> fates = new ArrayList<>();
        while (fate.find()) {
            fates.add(fate.group(1));
        }
        return fates;
    }

    private String undone(Visitor.Page sent) {
        ada.get(sent.location());
        Visitor.Page back = ada.post(BULK + "/undo", Map.of());
        assertThat(back.location()).isEqualTo(sent.location());
        return ada.get(back.location()).body();
    }

    private List<String> history(long ticket) {
        return database.sql("select kind from ticket_event where ticket_number = :number and actor_id ="
                        + " (select id from person where email = 'ada@desk.example') order by id")
                .param("number", ticket)
                .query((row, n) -> row.getString(1))
                .list();
    }

    private String state(long ticket) {
        return one("select concat_ws(' ', status, answer_awaited, turn_since, queue_band, queue_at, assignee_id,"
                + " array(select tag from ticket_tag where ticket_number = number)) from ticket where number = "
                + ticket);
    }

    @ParameterizedTest
    @CsvSource({
        "assign, person, me, ASSIGNED, Assigned to Ada",
        "tag, tag, Bulk Tag, TAGGED, Tag &quot;bulk-tag&quot; added",
        "status, status, WAITING_FOR_CUSTOMER, STATUS_CHANGED, Status set: Waiting"
    })
    void a_deed_is_done_to_each_told_in_its_history_and_taken_back(
            String deed, String field, String value, String kind, String title) {
        List<String> before = tickets.stream().map(this::state).toList();
        Visitor.Page sent = send(chosen(), deed, field, value);
        assertThat(fates(sent)).containsExactly("Done", "Done", "Done");
        assertThat(ada.get(sent.location()).body()).contains(title, "Done on 3 of 3", "/queue?q=lane:fast");
        assertThat(tickets).allSatisfy(ticket -> assertThat(history(ticket)).contains(kind));
        assertThat(fates(send(chosen(), deed, field, value))).containsOnly("It was so already");
        assertThat(undone(sent)).contains("Undone on 3 of 3").doesNotContain(">Undo</button>");
        assertThat(tickets.stream().map(this::state)).isEqualTo(before);
        assertThat(ada.post(BULK + "/undo", Map.of("bulk", sent.location().replaceAll(".*bulk=|&.*", "")))
                        .status())
                .as("a second time does nothing")
                .isEqualTo(302);
        assertThat(tickets.stream().map(this::state)).isEqualTo(before);
    }

    @Test
    void a_tag_is_removed_and_an_assignee_too_and_both_come_back() {
        send(chosen(), "tag", "tag", "stays");
        send(chosen(), "assign", "person", one("select id::text from person where email = 'bruno@desk.example'"));
        List<String> before = tickets.stream().map(this::state).toList();
        Visitor.Page untagged = send(chosen(), "untag", "tag", "stays");
        assertThat(fates(untagged)).containsOnly("Done");
        assertThat(undone(untagged)).contains("Undone on 3 of 3");
        Visitor.Page nobodys = send(chosen(), "assign", "person", "none");
        assertThat(ada.get(nobodys.location()).body()).contains("Assigned to nobody");
        assertThat(undone(nobodys)).contains("Undone on 3 of 3");
        assertThat(tickets.stream().map(this::state)).isEqualTo(before);
    }

    @Test
    void each_ticket_that_is_in_the_way_is_left_and_says_why() {
        String stale = chosen();
        send(chosen(tickets.get(1)), "tag", "tag", "meanwhile");
        Visitor.Page sent =
                send(stale + ",SUP-999999.0," + chosen(tickets.get(0)) + ",nonsense,SUP-1.x", "tag", "tag", "together");
        assertThat(fates(sent))
                .containsExactly("Done", "Somebody has changed it meanwhile", "Done", "There is no such ticket");
        send(chosen(tickets.get(0)), "assign", "person", "me");
        assertThat(undone(sent)).contains("Undone on 1 of 2", "Not undone: Somebody has changed it meanwhile");
        assertThat(state(tickets.get(0))).contains("together");
        assertThat(state(tickets.get(2))).doesNotContain("together");
        assertThat(fates(send(chosen(), "status", "status", "RESOLVED")))
                .containsOnly("The customer still waits for a reply that we promised");
        assertThat(fates(send(chosen(), "status", "status", "SHIPPED")))
                .containsOnly("Its present status does not lead there");
        assertThat(fates(send(
                        chosen(),
                        "assign",
                        "person",
                        one("select id::text from person where email = 'linus@desk.example'"))))
                .containsOnly("That person does not answer customers");
    }

    @Test
    void nothing_is_done_to_the_ticket_in_which_a_merged_one_goes_on() {
        database.sql("update ticket set merged_into = :into where number = :number")
                .param("into", tickets.get(1))
                .param("number", tickets.get(0))
                .update();
        assertThat(fates(send(chosen(tickets.get(0)), "tag", "tag", "elsewhere")))
                .containsExactly("It was merged into another ticket");
        assertThat(state(tickets.get(1))).doesNotContain("elsewhere");
        // a merged ticket that still waits in the queue is none that others can work with
        database.sql("update ticket set merged_into = null where number = :number")
                .param("number", tickets.get(0))
                .update();
    }

    private String macro(String title, String... more) {
        Map<String, String> fields = new HashMap<>(Map.of("title", title, "text", ""));
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        ada.get("/macros/new");
        assertThat(ada.post("/macros", fields).status()).isEqualTo(302);
        ada.get(BULK);
        return database.sql("select id::text from macro where title = :title")
                .param("title", title)
                .query(String.class)
                .single();
    }

    @Test
    void an_answer_to_many_is_read_and_counted_before_it_is_sent_and_stays_sent() {
        String macro = macro(
                "For many",
                "text",
                "Dear {{customer.name}}: {{ticket.number}}",
                "next",
                "OPEN",
                "tags",
                "many",
                "assignee",
                "me");
        ada.get("/tickets/SUP-" + tickets.get(2));
        ada.post(
                "/tickets/SUP-" + tickets.get(2) + "/replies",
                Map.of(
                        "text",
                        "Done",
                        "next",
                        "RESOLVED",
                        "nonce",
                        UUID.randomUUID().toString()));
        ada.get(BULK);
        String closed = chosen(tickets.get(2));
        database.sql("update ticket set status = 'CONFIRMED' where number = :number")
                .param("number", tickets.get(2))
                .update();
        UUID nonce = UUID.randomUUID();
        Visitor.Page asked = send(
                ada,
                nonce,
                chosen(tickets.get(0)) + "," + chosen(tickets.get(1)) + "," + closed,
                "macro",
                "macro",
                macro);
        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.body())
                .contains(
                        "Send these answers on 2 tickets?",
                        "Send 2 answers",
                        "Dear Marta",
                        "Left as it is: Its present status does not lead there");
        assertThat(history(tickets.get(0))).isEmpty();
        String all = chosen(tickets.get(0)) + "," + chosen(tickets.get(1)) + "," + closed;
        Visitor.Page sent = send(ada, nonce, all, "macro", "macro", macro, "seen", "0");
        assertThat(fates(sent)).containsExactly("Answer sent", "Answer sent", "Its present status does not lead there");
        assertThat(send(ada, nonce, all, "macro", "macro", macro, "seen", "0").location())
                .as("pressed twice")
                .isEqualTo(sent.location());
        assertThat(history(tickets.get(0)))
                .contains("MACRO_USED", "ASSIGNED", "TAGGED")
                .containsOnlyOnce("DESK_REPLIED");
        assertThat(marta.get("/tickets/SUP-" + tickets.get(1)).body()).contains("SUP-" + tickets.get(1) + "</p>");
        assertThat(ada.get(sent.location()).body()).contains("The 2 answers stay sent");
        assertThat(undone(sent)).contains("Undone on 2 of 2");
        assertThat(state(tickets.get(0))).startsWith("OPEN f").doesNotContain("many");
        assertThat(one("select count(*) from letter where ticket_number = " + tickets.get(0)
                        + " and kind = 'PUBLIC_REPLY'"))
                .isEqualTo("1");
    }

    @Test
    void a_macro_without_a_text_sends_nothing_and_one_that_was_changed_does_nothing() {
        String quiet = macro("Quiet", "tags", "quiet", "next", "WAITING_FOR_CUSTOMER");
        List<String> before = tickets.stream().map(this::state).toList();
        Visitor.Page sent = send(chosen(), "macro", "macro", quiet);
        assertThat(fates(sent)).containsOnly("Done");
        assertThat(history(tickets.get(0))).contains("MACRO_USED").doesNotContain("DESK_REPLIED");
        assertThat(undone(sent)).contains("Undone on 3 of 3");
        assertThat(tickets.stream().map(this::state)).isEqualTo(before);
        String loud = macro("Loud", "text", "Words");
        database.sql("update macro set version = 1 where title = 'Loud'").update();
        assertThat(fates(send(chosen(), "macro", "macro", loud, "seen", "0")))
                .containsOnly("The macro was changed or removed meanwhile");
        assertThat(history(tickets.get(0))).doesNotContain("DESK_REPLIED");
    }

    @ParameterizedTest
    @CsvSource({
        "'', tag, tag, x, Select at least one ticket",
        "nonsense, tag, tag, x, Select at least one ticket",
        "SUP-1004.1, tag, tag, a<b, A tag is a word",
        "SUP-1004.1, untag, tag, '', A tag is a word",
        "SUP-1004.1, status, status, NEW, Choose a status",
        "SUP-1004.1, status, status, OPEN;drop, Choose a status",
        "SUP-1004.1, assign, person, x, Choose to whom",
        "SUP-1004.1, macro, macro, 999999999, Choose a macro",
        "SUP-1004.1, nothing, tag, x, Choose what to do"
    })
    void what_cannot_be_done_is_asked_for_again(
            String chosen, String deed, String field, String value, String problem) {
        Visitor.Page page = send(chosen, deed, field, value);
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains(problem);
    }

    @Test
    void no_more_than_a_page_at_once() {
        String many =
                IntStream.range(1, 10_000).mapToObj(n -> "SUP-" + n + ".0").collect(Collectors.joining(","));
        Visitor.Page page = send(many, "tag", "tag", "flood");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("At most 50 tickets can be changed at once, and 9,999 are selected");
        assertThat(one("select count(*) from ticket_tag where tag = 'flood'")).isEqualTo("0");
        assertThat(send(ada, UUID.randomUUID(), "x&ticket=".repeat(500), "tag", "tag", "x")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void two_agents_and_two_presses_at_the_same_moment_do_each_thing_once() throws Exception {
        Visitor bruno = new Visitor(port).signedIn("bruno@desk.example");
        bruno.get(BULK);
        Visitor again = new Visitor(port);
        again.take(ada.session());
        again.get(BULK);
        String all = chosen();
        UUID nonce = UUID.randomUUID();
        List<Callable<Visitor.Page>> presses = List.of(
                () -> send(ada, nonce, all, "tag", "tag", "race"),
                () -> send(again, nonce, all, "tag", "tag", "race"),
                () -> send(bruno, UUID.randomUUID(), all, "assign", "person", "me"));
        try (ExecutorService threads = Executors.newFixedThreadPool(presses.size())) {
            for (Future<Visitor.Page> press : threads.invokeAll(presses)) {
                assertThat(press.get().status()).isEqualTo(302);
            }
        }
        for (long ticket : tickets) {
            assertThat(one("select count(*) from ticket_event where kind in ('TAGGED', 'ASSIGNED') and ticket_number = "
                            + ticket))
                    .as("whoever came second was told")
                    .isEqualTo("1");
        }
        assertThat(Collections.frequency(fates(send(ada, nonce, all, "tag", "tag", "race")), "It was so already"))
                .isZero();
    }

    @Test
    void an_old_form_with_another_deed_is_another_deed() {
        UUID nonce = UUID.randomUUID();
        Visitor.Page tagged = send(ada, nonce, chosen(), "tag", "tag", "one");
        Visitor.Page other = send(ada, nonce, chosen(), "tag", "tag", "two");
        assertThat(other.location()).isNotEqualTo(tagged.location());
        assertThat(fates(other)).containsOnly("Done");
        Visitor dana = new Visitor(port).signedIn("dana@desk.example");
        assertThat(dana.get(tagged.location()).status())
                .as("everybody sees their own")
                .isEqualTo(404);
    }

    @Test
    void the_queue_has_a_box_on_each_row_and_those_who_only_read_cannot_use_it() {
        assertThat(ada.get("/queue?q=number:" + tickets.get(0)).body())
                .contains("value=\"" + chosen(tickets.get(0)) + "\"", "Select SUP-" + tickets.get(0), "queue--choose");
        assertThat(ada.get(BULK + "?ticket=" + chosen(tickets.get(0)) + "&ticket=" + chosen(tickets.get(1)))
                        .body())
                .contains("First of three", "Second of three")
                .doesNotContain("Third of three");
        assertThat(ada.get(BULK + "?part=true&ticket=x").body())
                .contains("id=\"bulk\"")
                .doesNotContain("<html");
        Visitor linus = new Visitor(port).signedIn("linus@desk.example");
        assertThat(linus.get("/queue").body()).doesNotContain("queue--choose", "id=\"bulk\"");
        assertThat(linus.get(BULK).status()).isEqualTo(404);
        assertThat(send(linus, UUID.randomUUID(), chosen(), "tag", "tag", "x").status())
                .isEqualTo(404);
        assertThat(marta.get(BULK).status()).isEqualTo(404);
    }
}
