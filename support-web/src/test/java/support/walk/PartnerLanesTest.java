package support.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import support.partner.app.PartnerDesk;
import support.people.Viewer;
import support.people.persistence.People;
import support.sla.RequestType;
import support.sla.Severity;
import support.testing.SettableClock;
import support.testing.TestTime;
import support.ticket.Coverage;
import support.ticket.Request;
import support.ticket.app.Recompute;
import support.ticket.app.TicketDesk;
import support.ticket.app.TicketLanes;

/** Tickets of a partner's people are in the Fast Lane as long as it is one; what was promised on them stands. */
@DeskTest
class PartnerLanesTest {
    /** What a row of the queue says of its cost: a ticket and its delay, or neither; and the row's own ticket. */
    private static final Pattern COST = Pattern.compile(
            ">Taking it(?: breaks nobody’s promise|: (SUP-[0-9]+) would miss by ([0-9a-z ]+))[^<]*<.*?/tickets/(SUP-[0-9]+)\"",
            Pattern.DOTALL);

    private static final LocalDate TODAY = LocalDate.ofInstant(TestTime.MONDAY_AT_TEN, ZoneId.of("Europe/Berlin"));

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @Autowired
    SettableClock clock;

    @Autowired
    People people;

    @Autowired
    TicketDesk desk;

    @Autowired
    TicketLanes lanes;

    @Autowired
    PartnerDesk partners;

    @Autowired
    Recompute recompute;

    private Visitor edith = new Visitor(0);
    private Visitor dana = new Visitor(0);
    private long before;

    @BeforeEach
    void becomePartner() {
        clock.set(TestTime.MONDAY_AT_TEN);
        before = Long.parseLong(one("select max(number)::text from ticket"));
        database.sql("insert into partner (organisation_id, kind, standing, first_day, last_day, version)"
                        + " values (:organisation, 'SOLUTION_PARTNER', 'ACTIVE', :first, :last, 1)")
                .param("organisation", organisation())
                .param("first", TODAY.minusDays(9))
                .param("last", TODAY.plusDays(9))
                .update();
        edith = new Visitor(port).signedIn("edith@brightwater.example");
        dana = new Visitor(port).signedIn("dana@desk.example");
    }

    @AfterEach
    void be_as_before() {
        clock.set(TestTime.MONDAY_AT_TEN);
        database.sql("delete from ticket where number > :before and requester_id = :edith")
                .param("before", before)
                .param("edith", edith().id())
                .update();
        database.sql("update partner set standing = 'ENDED' where organisation_id = :organisation")
                .param("organisation", organisation())
                .update();
        lanes.stride(organisation()); // the demo's own tickets
        for (String table : List.of("partner_event", "partner")) {
            database.sql("delete from " + table + " where organisation_id = :organisation")
                    .param("organisation", organisation())
                    .update();
        }
    }

    private String one(String sql) {
        return database.sql(sql).query(String.class).single();
    }

    private long organisation() {
        return Long.parseLong(one("select id::text from organisation where name = 'Brightwater Council'"));
    }

    private Viewer edith() {
        return people.viewer(people.credentials("edith@brightwater.example")
                        .orElseThrow()
                        .person())
                .orElseThrow();
    }

    private void step(String door, Map<String, String> fields) {
        String path = "/partners/" + organisation();
        dana.get(path);
        Map<String, String> form = new HashMap<>(fields);
        form.put("seen", one("select version::text from partner where organisation_id = " + organisation()));
        Visitor.Page page = dana.post(path + "/" + door, form);
        assertThat(page.status()).as(page.body()).isEqualTo(302);
    }

    /** @return where the sending led */
    private String sent() {
        Map<String, String> form = new HashMap<>(Map.of(
                "type",
                "SUPPORT_REQUEST",
                "severity",
                "LEVEL_3",
                "app",
                one("select id::text from app where key = 'signpost'"),
                "summary",
                "The lamps are out",
                "description",
                "All of them."));
        form.put("nonce", UUID.randomUUID().toString());
        Visitor.Page page = edith.post("/tickets", form);
        assertThat(page.status()).as(page.body()).isEqualTo(302);
        return page.location();
    }

    private long raised() {
        edith.get("/tickets/new");
        return Long.parseLong(sent().replaceAll(".*/SUP-|/.*", ""));
    }

    private String lane(long ticket) {
        return one("select lane from ticket where number = " + ticket);
    }

    private String promise(long ticket) {
        return one("select due_at || ' ' || verdict || ' ' || lane from promise where ticket_number = " + ticket);
    }

    private String place(long ticket) {
        return one("select (queue_at = date_trunc('minute', p.due_at))::text from ticket t"
                + " join promise p on p.ticket_number = t.number where t.number = " + ticket);
    }

    private List<String> differences() {
        List<String> found = new ArrayList<>();
        recompute.check(difference -> found.add(difference.number() + " " + difference.words()));
        return found;
    }

    @Test
    void a_ticket_leaves_the_lane_when_the_partner_is_suspended_and_enters_it_again() {
        long ticket = raised();
        assertThat(lane(ticket)).isEqualTo("FAST_LANE");
        assertThat(place(ticket)).as("ahead of its due time").isEqualTo("false");
        String promised = promise(ticket);
        step("suspension", Map.of("words", "An invoice is open."));
        assertThat(lane(ticket)).isEqualTo("STANDARD");
        assertThat(place(ticket)).isEqualTo("true");
        assertThat(promise(ticket)).as("what was promised stands").isEqualTo(promised);
        assertThat(dana.get("/tickets/SUP-" + ticket).body())
                .contains("took the ticket out of the Fast Lane: the partnership is suspended");
        step("resumption", Map.of());
        assertThat(lane(ticket)).isEqualTo("FAST_LANE");
        assertThat(promise(ticket)).isEqualTo(promised);
        assertThat(differences()).isEmpty();
    }

    @Test
    void what_is_sent_after_a_suspension_takes_the_standard_lane_and_says_why() {
        edith.get("/tickets/new");
        step("suspension", Map.of("words", "An invoice is open."));
        String confirmation = sent();
        long ticket = Long.parseLong(confirmation.replaceAll(".*/SUP-|/.*", ""));
        assertThat(lane(ticket)).isEqualTo("STANDARD");
        assertThat(promise(ticket)).endsWith("STANDARD");
        assertThat(edith.get(confirmation).body())
                .contains("your organisation was an active partner; it is none at present");
    }

    @Test
    void whoever_has_not_lost_the_lane_reads_nothing_of_it() {
        edith.get("/tickets/new");
        assertThat(edith.get(sent()).body()).doesNotContain("it is none at present");
    }

    @Test
    void many_tickets_are_moved_in_strides() {
        for (int i = 0; i < 60; i++) {
            desk.raise(
                    new Request(
                            RequestType.SUPPORT_REQUEST,
                            Severity.LEVEL_4,
                            Long.parseLong(one("select id::text from app where key = 'signpost'")),
                            "",
                            "",
                            "Lamp " + i,
                            "It is out.",
                            UUID.randomUUID(),
                            null,
                            Coverage.UNJUDGED),
                    edith());
        }
        String inLane = "select count(*)::text from ticket where lane = 'FAST_LANE' and number > " + before;
        assertThat(one(inLane)).isEqualTo("60");
        step("end", Map.of("words", "As agreed."));
        assertThat(Integer.parseInt(one(inLane)))
                .as("the first stride is moved with the deed")
                .isBetween(10, 30);
        assertThat(one("select count(*)::text from scheduled_tasks where task_name = 'partner' and task_instance = '"
                        + organisation() + "'"))
                .as("a timer moves the rest")
                .isEqualTo("1");
        while (lanes.stride(organisation())) {
            // as the timer does
        }
        assertThat(one(inLane)).isEqualTo("0");
        assertThat(lanes.stride(organisation())).as("nothing is left to do").isFalse();
        assertThat(differences()).isEmpty();
    }

    @Test
    void when_the_last_day_is_over_a_timer_ends_the_partnership_and_moves_the_tickets() {
        long ticket = raised();
        Instant over =
                TODAY.plusDays(10).atStartOfDay(ZoneId.of("Europe/Berlin")).toInstant();
        assertThat(partners.look(organisation())).isEqualTo(Optional.of(over));
        assertThat(lane(ticket)).isEqualTo("FAST_LANE");
        clock.set(over);
        assertThat(partners.look(organisation())).isEmpty();
        assertThat(lane(ticket)).isEqualTo("STANDARD");
        assertThat(one("select standing from partner where organisation_id = " + organisation()))
                .isEqualTo("ENDED");
        assertThat(new Letterbox(database).texts("edith@brightwater.example").getFirst())
                .startsWith("Your partnership has ended");
        partners.look(organisation());
        assertThat(one("select count(*)::text from partner_event where organisation_id = " + organisation()))
                .as("once")
                .isEqualTo("1");
    }

    @Test
    void what_is_opened_again_takes_the_lane_that_is_its_own_by_then() {
        long ticket = raised();
        edith.get("/tickets/SUP-" + ticket);
        edith.post("/tickets/SUP-" + ticket + "/solution", Map.of());
        step("end", Map.of("words", "As agreed."));
        assertThat(lane(ticket)).as("nobody moves what is done").isEqualTo("FAST_LANE");
        edith.get("/tickets/SUP-" + ticket);
        edith.post(
                "/tickets/SUP-" + ticket + "/replies",
                Map.of("text", "They are out again.", "nonce", UUID.randomUUID().toString()));
        assertThat(lane(ticket)).isEqualTo("STANDARD");
        assertThat(differences()).isEmpty();
    }

    @Test
    void whoever_takes_a_ticket_of_the_lane_reads_whom_it_costs() {
        long ticket = raised();
        Visitor ada = new Visitor(port).signedIn("ada@desk.example");
        assertThat(ada.get("/tickets/SUP-" + ticket).body())
                .containsAnyOf("Taking this now breaks nobody", "Taking this now would break")
                .contains("Assumed: ")
                .contains("ahead in the queue");
        assertThat(ada.get("/queue?q=lane:fast").body()).contains("Fast Lane: first reply, placed as if due Mon");
        assertThat(edith.get("/tickets/SUP-" + ticket).body()).doesNotContain("Taking this now");
    }

    @Test
    void the_queue_says_of_each_ticket_of_the_lane_what_its_page_says() {
        raised();
        raised();
        Visitor ada = new Visitor(port).signedIn("ada@desk.example");
        String queue = ada.get("/queue?q=lane:fast").body();
        List<MatchResult> rows = COST.matcher(queue).results().toList();
        assertThat(rows).hasSizeGreaterThan(1);
        for (MatchResult row : rows.subList(0, Math.min(5, rows.size()))) {
            String page = ada.get("/tickets/" + row.group(3)).body();
            if (row.group(1) == null) {
                assertThat(page).contains("Taking this now breaks nobody");
            } else {
                assertThat(page).contains("Taking this now would break").contains("/tickets/" + row.group(1));
                assertThat(page).contains("would miss by " + row.group(2));
            }
        }
        assertThat(new Visitor(port)
                        .signedIn("linus@desk.example")
                        .get("/queue?q=lane:fast")
                        .body())
                .contains("Fast Lane")
                .doesNotContain("Taking it");
    }
}
