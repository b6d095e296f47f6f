package support.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import support.database.Columns;
import support.publishing.app.ClosedDaysReminder;
import support.testing.SettableClock;
import support.testing.TestTime;

/**
 * A lead changes the terms: drafts, examples, publishing. The clock stands at Monday 18 June 2035, 10:00. On a desk of its
 * own: what is published stays.
 */
@DeskTest
@TestPropertySource(properties = "desk.name=Desk of the lead")
class PublishingTest {
    private static final int MOST_CONNECTIONS = 20;
    private static final String CALENDAR = "/terms/calendar?name=Office+hours";
    private static final String PUBLICATION = "/terms/publication?calendar=Office+hours";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @Autowired
    SettableClock clock;

    @Autowired
    ClosedDaysReminder reminder;

    private Visitor dana;

    /** At ten, or when what another case has published comes into force. */
    @BeforeEach
    void noDrafts() {
        database.sql("delete from terms_draft").update();
        database.sql("delete from rehearsal").update();
        clock.set(database.sql("select greatest(:ten, (select max(effective_at) from calendar_version)) as at")
                .param("ten", Timestamp.from(TestTime.MONDAY_AT_TEN))
                .query((row, n) -> Columns.instant(row, "at"))
                .single());
        dana = new Visitor(port).signedIn("dana@desk.example");
    }

    /** Monday to Friday, as they are sent. */
    private static Map<String, String> week(String open, String close) {
        Map<String, String> fields = new HashMap<>();
        for (String day : List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY")) {
            fields.put("open-" + day, open);
            fields.put("close-" + day, close);
        }
        fields.putAll(Map.of("zone", "Europe/Berlin", "country", "de", "state", "sn"));
        return fields;
    }

    private static Map<String, String> with(Map<String, String> fields, String... more) {
        Map<String, String> all = new HashMap<>(fields);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }

    private Visitor.Page keep(Map<String, String> fields) {
        dana.get(CALENDAR);
        return dana.post("/terms/calendar", fields);
    }

    private Visitor.Page keepPolicy(String... fields) {
        dana.get("/terms/policy");
        Map<String, String> sent = new HashMap<>();
        for (String type : List.of("SUPPORT_REQUEST", "BUG_REPORT")) {
            for (String lane : List.of("STANDARD", "FAST_LANE")) {
                for (int level = 1; level <= 4; level++) {
                    sent.put(
                            "time-FIRST_RESPONSE-" + type + "-LEVEL_" + level + "-" + lane,
                            List.of("1", "4", "8", "24").get(level - 1));
                }
            }
        }
        sent.put("warnAtPercent", "75");
        return dana.post("/terms/policy", with(sent, fields));
    }

    private Visitor.Page publish(Visitor lead, String page, Map<String, String> fields) {
        lead.get(page);
        return lead.post("/terms/publication", fields);
    }

    private int newest(String table) {
        return database.sql("select max(version) from " + table)
                .query(Integer.class)
                .single();
    }

    private List<String> promises(String condition) {
        return database.sql("select ticket_number || ' ' || due_at || ' ' || verdict from promise where " + condition
                        + " order by ticket_number")
                .query((row, n) -> row.getString(1))
                .list();
    }

    @Test
    void the_published_terms_meet_the_examples_that_come_with_the_desk() {
        assertThat(dana.get("/terms").body()).contains("all met");
        assertThat(dana.get("/terms/examples").body())
                .contains("Half an hour today and the rest after Reformation Day and the weekend")
                .doesNotContain("not met");
    }

    @Test
    void a_draft_that_fails_an_example_is_refused_naming_it_with_what_came_out() {
        assertThat(keep(week("10:00", "17:00")).status()).isEqualTo(302);
        int before = newest("calendar_version");
        String page = dana.get(PUBLICATION).body();
        assertThat(page)
                .contains("Time that is used up at closing is due at closing")
                .contains("It would be due");
        Visitor.Page refused = publish(dana, PUBLICATION, Map.of());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("An example is not met");
        assertThat(newest("calendar_version")).isEqualTo(before);
        assertThat(dana.get("/terms").body()).contains("Being written");
    }

    @Test
    void publishing_moves_what_is_open_tells_whom_it_hits_and_leaves_verdicts_alone() {
        database.sql("delete from policy_example where severity = 'LEVEL_4' and due_at is not null")
                .update();
        List<String> decided = promises("verdict <> 'OPEN'");
        long moving = database.sql(
                        "select count(*) from promise where verdict = 'OPEN' and severity = 'LEVEL_4' and due_at > :now")
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
        assertThat(moving).isPositive();
        keepPolicy(
                "time-FIRST_RESPONSE-BUG_REPORT-LEVEL_4-STANDARD",
                "48",
                "time-FIRST_RESPONSE-SUPPORT_REQUEST-LEVEL_4-STANDARD",
                "48",
                "time-FIRST_RESPONSE-BUG_REPORT-LEVEL_4-FAST_LANE",
                "48",
                "time-FIRST_RESPONSE-SUPPORT_REQUEST-LEVEL_4-FAST_LANE",
                "48");
        String sentence = "Moves " + (moving == 1 ? "one due time" : moving + " due times") + " of open tickets"
                + ": none becomes overdue.";
        assertThat(dana.get("/terms/publication").body()).contains(sentence);
        long letters = letters();
        assertThat(publish(dana, "/terms/publication", Map.of()).location()).isEqualTo("/terms?published");
        assertThat(promises("verdict <> 'OPEN'")).isEqualTo(decided);
        List<Long> moved = database.sql(
                        "select ticket_number from ticket_event where kind = 'PROMISE_MOVED' and happened_at = :now")
                .param("now", Timestamp.from(clock.instant()))
                .query((row, n) -> row.getLong(1))
                .list();
        assertThat(moved).hasSize((int) moving);
        assertThat(letters() - letters).isEqualTo(moving);
        assertThat(dana.get("/tickets/SUP-" + moved.getFirst()).body()).contains("moved the due time from");
        assertThat(newestLetter().replaceAll("\\s+", " ")).contains("comes later", "was due by", "48:00 =");
        assertThat(database.sql(
                                "select details ->> 'moved' from audit_entry where deed = 'TERMS_PUBLISHED' order by id desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo(Long.toString(moving));
    }

    private long letters() {
        return database.sql("select count(*) from letter where kind = 'DUE_CHANGED'")
                .query(Long.class)
                .single();
    }

    private String newestLetter() {
        return database.sql(
                        "select subject || ' ' || body_text from letter where kind = 'DUE_CHANGED' order by written_at desc limit 1")
                .query(String.class)
                .single();
    }

    @Test
    void what_comes_into_force_later_is_promised_by_from_then_on() {
        assertThat(keep(with(week("09:00", "17:00"), "closures", "2035-07-02 Summer party"))
                        .status())
                .isEqualTo(302);
        assertThat(publish(dana, PUBLICATION, Map.of("from", "2035-06-18T10:05"))
                        .location())
                .isEqualTo("/terms?published");
        assertThat(dana.get(CALENDAR).body()).contains("Mon 2 Jul 2035").contains("Summer party");
        assertThat(new Visitor(port).get("/policy?at=2035-07-02T10:00").body()).contains("Tue 3 Jul");
        assertThat(dana.get(PUBLICATION).location()).isEqualTo("/terms?gone");
    }

    @Test
    void a_new_calendar_is_there_for_the_policy_once_it_is_published() {
        dana.get("/terms/calendar");
        Map<String, String> night = with(week("00:00", "06:00"), "name", "Night shift");
        assertThat(dana.post("/terms/calendar", night).location()).isEqualTo("/terms/calendar?name=Night+shift");
        assertThat(dana.get("/terms/policy").body()).doesNotContain("Night shift");
        assertThat(publish(dana, "/terms/publication?calendar=Night+shift", Map.of())
                        .location())
                .isEqualTo("/terms?published");
        assertThat(dana.get("/terms/policy").body()).contains("Night shift");
        dana.get("/terms/calendar");
        assertThat(dana.post("/terms/calendar", night).body()).contains("There is a calendar of this name");
    }

    static Stream<Arguments> badCalendars() {
        Map<String, String> usual = week("09:00", "17:00");
        String manyDays = IntStream.range(0, 10_000)
                .mapToObj(i -> LocalDate.of(2036, 1, 1).plusDays(i % 3000) + " Day " + i)
                .collect(Collectors.joining("\n"));
        return Stream.of(
                Arguments.of(Map.of("zone", "Europe/Berlin", "country", "", "state", ""), "never open"),
                Arguments.of(with(usual, "open-MONDAY", "17:00", "close-MONDAY", "09:00"), "opens before it closes"),
                Arguments.of(with(usual, "close-MONDAY", ""), "A window reads like"),
                Arguments.of(with(usual, "zone", "Europe/Atlantis"), "There is no time zone Europe/Atlantis"),
                Arguments.of(with(usual, "zone", ""), "There is no time zone"),
                Arguments.of(with(usual, "country", "xx"), "There are no holidays of a country xx"),
                Arguments.of(with(usual, "state", "atlantis"), "There are no holidays of a state atlantis"),
                Arguments.of(with(usual, "closures", "2035-06-17 Yesterday"), "2035-06-17 is over"),
                Arguments.of(with(usual, "closures", "2035-02-30 No day"), "Line 1 begins with no date"),
                Arguments.of(with(usual, "closures", "30.2.2036 No day"), "Line 1 begins with no date"),
                Arguments.of(with(usual, "closures", "2036-12-24"), "Line 1 has no name"),
                Arguments.of(with(usual, "closures", "2099-12-24 Far"), "between 2015 and 2045"),
                Arguments.of(with(usual, "closures", "2036-12-24 09:00-12:00 Half"), "Line 1 has hours"),
                Arguments.of(with(usual, "closures", manyDays), "at most 1000"),
                Arguments.of(with(usual, "changedDays", "2036-12-24 Half"), "Line 1 has no hours"),
                Arguments.of(with(usual, "changedDays", "2036-12-24 9-12 Half"), "The hours in line 1"),
                Arguments.of(with(usual, "changedDays", "2036-12-24 09:00-12:00,11:00-13:00 Half"), "do not overlap"),
                Arguments.of(
                        with(usual, "changedDays", "2036-12-24 09:00-12:00 A\n24.12.2036 09:00-11:00 B"),
                        "changed once, not twice"));
    }

    @ParameterizedTest
    @MethodSource("badCalendars")
    void what_is_no_calendar_is_refused_and_what_was_written_stays(Map<String, String> fields, String why) {
        Visitor.Page page = keep(fields);
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains(why.replace("'", "&#39;"));
        String written = fields.getOrDefault("closures", "");
        assertThat(page.body()).contains(written.lines().limit(2).collect(Collectors.joining("\n")));
        assertThat(database.sql("select count(*) from terms_draft")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "0:00", "four", "1:75", "10001", "999999"})
    void what_is_no_time_is_refused_beside_its_field(String time) {
        Visitor.Page page = keepPolicy("time-FIRST_RESPONSE-BUG_REPORT-LEVEL_1-STANDARD", time);
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body())
                .contains("#time-FIRST_RESPONSE-BUG_REPORT-LEVEL_1-STANDARD")
                .contains("value=\"" + time + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "100", "75.5", "many"})
    void a_warning_comes_within_the_time(String percent) {
        assertThat(keepPolicy("warnAtPercent", percent).status()).isEqualTo(422);
    }

    @Test
    void a_policy_may_only_count_by_a_calendar_that_is_there() {
        Visitor.Page page = keepPolicy("calendar-FIRST_RESPONSE-BUG_REPORT-LEVEL_1-STANDARD", "Nowhere");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("There is no calendar Nowhere");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2035-06-17T10:00", "2035-06-18T09:59", "nonsense", "9999-01-01T00:00:00Z"})
    void nothing_comes_into_force_in_the_past_or_at_no_time(String from) {
        keep(with(week("09:00", "17:00"), "closures", "2036-08-04 Fair"));
        int before = newest("calendar_version");
        assertThat(publish(dana, PUBLICATION, Map.of("from", from)).status()).isEqualTo(422);
        assertThat(newest("calendar_version")).isEqualTo(before);
    }

    @Test
    void an_example_says_what_it_shows_and_lies_in_the_years_of_calendars() {
        dana.get("/terms/examples");
        Map<String, String> good = Map.of(
                "start",
                "2035-06-18T10:00",
                "type",
                "BUG_REPORT",
                "severity",
                "LEVEL_1",
                "lane",
                "STANDARD",
                "due",
                "2035-06-18T11:00",
                "shows",
                "A <b>bug</b> at ten");
        assertThat(dana.post("/terms/examples", with(good, "start", "9999-01-01T10:00", "due", ""))
                        .body())
                .contains("an example cannot begin in 9999");
        assertThat(dana.post("/terms/examples", with(good, "shows", " ")).status())
                .isEqualTo(422);
        assertThat(dana.post("/terms/examples", with(good, "start", "NaN")).status())
                .isEqualTo(422);
        assertThat(dana.post("/terms/examples", good).status()).isEqualTo(302);
        assertThat(dana.get("/terms/examples").body()).contains("A &lt;b&gt;bug&lt;/b&gt; at ten");
        database.sql("delete from policy_example where shows like 'A <b>%'").update();
    }

    @Test
    void whoever_writes_on_a_draft_that_somebody_else_changed_is_told_and_loses_nothing() {
        Visitor other = new Visitor(port).signedIn("dana@desk.example");
        other.get(CALENDAR);
        assertThat(keep(with(week("09:00", "17:00"), "closures", "2036-08-04 Theirs"))
                        .status())
                .isEqualTo(302);
        Visitor.Page told = other.post("/terms/calendar", with(week("09:00", "17:00"), "closures", "2036-08-05 Mine"));
        assertThat(told.status()).isEqualTo(422);
        assertThat(told.body()).contains("changed this draft").contains("2036-08-05 Mine");
        assertThat(dana.get(CALENDAR).body()).contains("2036-08-04 Theirs");
    }

    @Test
    void whoever_begins_a_draft_on_a_version_that_is_not_the_newest_any_more_is_told() {
        Visitor other = new Visitor(port).signedIn("dana@desk.example");
        other.get(CALENDAR);
        keep(with(week("09:00", "17:00"), "closures", "2036-09-01 Theirs"));
        publish(dana, PUBLICATION, Map.of());
        Visitor.Page told = other.post("/terms/calendar", with(week("09:00", "17:00"), "closures", "2036-09-02 Mine"));
        assertThat(told.body()).contains("Somebody published or discarded").contains("2036-09-02 Mine");
    }

    @Test
    void of_two_who_publish_at_once_one_wins_and_the_other_is_told() throws Exception {
        keep(with(week("09:00", "17:00"), "closures", "2036-10-01 Once"));
        int before = newest("calendar_version");
        List<Future<Visitor.Page>> answers = new ArrayList<>();
        try (ExecutorService both = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 4; i++) {
                Visitor lead = new Visitor(port).signedIn("dana@desk.example");
                lead.get(PUBLICATION);
                answers.add(both.submit(() -> lead.post("/terms/publication", Map.of())));
            }
        }
        List<String> places = new ArrayList<>();
        for (Future<Visitor.Page> answer : answers) {
            places.add(answer.get().status() + " " + answer.get().location());
        }
        assertThat(places).filteredOn(place -> place.contains("published")).hasSize(1);
        assertThat(places).allMatch(place -> !place.startsWith("5"));
        assertThat(newest("calendar_version")).isEqualTo(before + 1);
    }

    @Test
    void from_november_on_the_desk_asks_for_a_look_at_the_closed_days_of_next_year() {
        assertThat(dana.get("/terms").body()).doesNotContain("Nobody has looked over");
        clock.set(TestTime.MONDAY_AT_TEN.plus(Duration.ofDays(150)));
        dana = new Visitor(port).signedIn("dana@desk.example");
        assertThat(dana.get("/terms").body()).contains("Nobody has looked over the closed days of 2036");
        dana.get(CALENDAR + "&year=2036");
        assertThat(dana.post("/terms/sign-off", Map.of("calendar", "Office hours", "year", "2036"))
                        .location())
                .isEqualTo("/terms?signed");
        assertThat(dana.get("/terms").body()).doesNotContain("closed days of 2036 in &quot;Office hours&quot;");
        assertThat(dana.get(CALENDAR + "&year=2036").body()).contains("found the closed days of 2036 right");
        for (Map<String, String> nothing : List.of(
                Map.of("calendar", "Nowhere", "year", "2036"), Map.of("calendar", "Office hours", "year", "9999"))) {
            assertThat(dana.post("/terms/sign-off", nothing).location()).isEqualTo("/terms?gone");
        }
    }

    @Test
    void the_leads_are_told_of_it_by_one_letter() {
        database.sql("delete from closed_days_sign_off").update();
        database.sql("delete from closed_days_reminder").update();
        reminder.remind();
        assertThat(reminders()).isZero();
        clock.set(TestTime.MONDAY_AT_TEN.plus(Duration.ofDays(150)));
        reminder.remind();
        reminder.remind();
        long leads = database.sql("select count(*) from person where role in ('LEAD', 'ADMIN') and state = 'ACTIVE'")
                .query(Long.class)
                .single();
        long calendars = database.sql("select count(distinct name) from calendar_version")
                .query(Long.class)
                .single();
        assertThat(reminders()).isEqualTo(leads * calendars);
    }

    private long reminders() {
        return database.sql("select count(*) from letter where subject like 'Are the closed days of %'")
                .query(Long.class)
                .single();
    }

    private Visitor.Page rehearse(String... fields) {
        dana.get("/terms/rehearsal");
        return dana.post("/terms/rehearsal", with(Map.of("from", "", "to", ""), fields));
    }

    private String rehearsed() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !dana.get("/terms/rehearsal").body().contains("<progress"));
        return dana.get("/terms/rehearsal").body();
    }

    private List<String> everything() {
        return List.of(
                text("select string_agg(p::text, '' order by ticket_number) from promise p"),
                text("select count(*)::text from ticket_event"),
                text("select string_agg(t::text, '' order by number) from ticket t"));
    }

    private String text(String sql) {
        return database.sql(sql).query((row, n) -> row.getString(1)).single();
    }

    @Test
    void a_rehearsal_says_what_would_have_become_of_each_promise_and_changes_nothing() {
        keepPolicy(
                "time-FIRST_RESPONSE-BUG_REPORT-LEVEL_2-STANDARD",
                "0:01",
                "time-FIRST_RESPONSE-SUPPORT_REQUEST-LEVEL_2-STANDARD",
                "0:01");
        List<String> before = everything();
        assertThat(rehearse().location()).isEqualTo("/terms/rehearsal?calendar=");
        String page = rehearsed();
        assertThat(everything()).isEqualTo(before);
        assertThat(page).contains("On ").contains("would be missed instead").doesNotContain("broke off");
        String csv = dana.get("/terms/rehearsal/changes.csv").body();
        assertThat(csv)
                .startsWith("ticket,promise,level,lane,difference,due_was,due_would_be,verdict_was,verdict_would_be");
        long all = csv.lines().filter(line -> line.contains(",MISSED_INSTEAD,")).count();
        assertThat(page).contains("tickets, " + all + " promises would be missed instead");
        long missed = csv.lines()
                .filter(line -> line.contains(",LEVEL_2,STANDARD,MISSED_INSTEAD,"))
                .count();
        assertThat(missed).isPositive();
        String tickets = dana.get("/terms/rehearsal/tickets?difference=MISSED_INSTEAD&severity=LEVEL_2&lane=STANDARD")
                .body();
        assertThat(tickets.split("href=\"/tickets/SUP-", -1)).hasSize((int) missed + 1);
    }

    @Test
    void a_rehearsal_of_a_span_looks_at_the_promises_of_that_span() {
        keepPolicy();
        rehearse("from", "2001-01-01", "to", "2001-12-31");
        assertThat(rehearsed()).contains("Nothing would have been different for 0 tickets");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2035-02-30", "yesterday", "9999-01-01", "0000-01-01"})
    void a_rehearsal_begins_on_a_day_that_there_is(String day) {
        keepPolicy();
        assertThat(rehearse("from", day).status()).isEqualTo(422);
    }

    @Test
    void a_rehearsal_does_not_end_before_it_begins() {
        keepPolicy();
        Visitor.Page page = rehearse("from", "2035-02-02", "to", "2035-02-01");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("The last day comes before the first");
    }

    @Test
    void a_cancelled_rehearsal_stays_cancelled_and_says_how_far_it_came() {
        keepPolicy();
        rehearse();
        rehearsed();
        database.sql("update rehearsal set state = 'RUNNING', done = 3, progress_at = :now")
                .param("now", Timestamp.from(clock.instant()))
                .update();
        assertThat(dana.get("/terms/rehearsal").body()).contains("Looked at 3 of");
        dana.post("/terms/rehearsal/cancellation", Map.of());
        assertThat(dana.get("/terms/rehearsal").body()).contains("It was cancelled after 3 of");
    }

    @Test
    void a_rehearsal_whose_desk_has_died_says_so() {
        keepPolicy();
        rehearse();
        rehearsed();
        database.sql("update rehearsal set state = 'RUNNING', done = 3, progress_at = :then")
                .param("then", Timestamp.from(clock.instant().minusSeconds(31)))
                .update();
        assertThat(dana.get("/terms/rehearsal").body()).contains("It stopped after 3 of");
    }

    @Test
    void the_file_of_a_rehearsal_can_be_had_as_often_as_one_likes() {
        keepPolicy(
                "time-FIRST_RESPONSE-BUG_REPORT-LEVEL_2-STANDARD",
                "0:01",
                "time-FIRST_RESPONSE-SUPPORT_REQUEST-LEVEL_2-STANDARD",
                "0:01");
        rehearse();
        rehearsed();
        String first = dana.get("/terms/rehearsal/changes.csv").body();
        for (int i = 0; i < 2 * MOST_CONNECTIONS; i++) {
            assertThat(dana.get("/terms/rehearsal/changes.csv").body()).isEqualTo(first);
        }
    }

    @Test
    void a_draft_that_was_overtaken_is_gone_on_with_by_keeping_it_again() {
        keepPolicy("warnAtPercent", "60");
        database.sql("update terms_draft set based_on = based_on - 1").update();
        Visitor.Page told = publish(dana, "/terms/publication", Map.of());
        assertThat(told.status()).isEqualTo(422);
        assertThat(told.body()).contains("Somebody published another version after this draft was begun");
        assertThat(keepPolicy("warnAtPercent", "60").status()).isEqualTo(302);
        assertThat(publish(dana, "/terms/publication", Map.of()).location()).isEqualTo("/terms?published");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 81})
    void a_new_calendar_has_a_name_of_at_most_80_characters(int length) {
        dana.get("/terms/calendar");
        Visitor.Page page = dana.post("/terms/calendar", with(week("09:00", "17:00"), "name", "n".repeat(length)));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body())
                .contains("Enter a name of at most 80 characters")
                .contains("09:00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"calendar?name=", "publication?calendar=", "rehearsal?calendar="})
    void what_there_is_no_calendar_of_is_not_there(String page) {
        for (String name : List.of("Nowhere", "n".repeat(81), "%00", "%20%20x")) {
            assertThat(dana.get("/terms/" + page + name).location()).isEqualTo("/terms?gone");
        }
    }

    @Test
    void what_no_database_can_keep_is_refused_wherever_one_can_write() {
        Map<String, String> usual = week("09:00", "17:00");
        assertThat(keep(with(usual, "closures", "2036-12-24 Christmas\0Eve")).status())
                .isEqualTo(422);
        assertThat(keep(with(usual, "changedDays", "2036-12-24 09:00-12:00 \0")).status())
                .isEqualTo(422);
        assertThat(keep(with(usual, "state", "s\0")).status()).isEqualTo(422);
        assertThat(keep(with(usual, "zone", "Europe/\0")).status()).isEqualTo(422);
        assertThat(keepPolicy("calendar-FIRST_RESPONSE-BUG_REPORT-LEVEL_1-STANDARD", "Office\0hours")
                        .status())
                .isEqualTo(422);
        dana.get("/terms/examples");
        Map<String, String> example = Map.of(
                "start",
                "2035-06-18T10:00",
                "type",
                "BUG_REPORT",
                "severity",
                "LEVEL_1",
                "lane",
                "STANDARD",
                "due",
                "2035-06-18T11:00",
                "shows",
                "a\0b");
        assertThat(dana.post("/terms/examples", example).status()).isEqualTo(422);
        assertThat(publish(dana, CALENDAR, Map.of("calendar", "a\0b", "revision", "1"))
                        .location())
                .isEqualTo("/terms?gone");
        assertThat(dana.post("/terms/sign-off", Map.of("calendar", "a\0b", "year", "2036"))
                        .location())
                .isEqualTo("/terms?gone");
        assertThat(dana.post("/terms/draft-removal", Map.of("calendar", "a\0b", "revision", "1"))
                        .location())
                .isEqualTo("/terms?gone");
    }
}
