package support.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import support.people.Viewer;
import support.people.persistence.People;
import support.testing.SettableClock;
import support.testing.TestTime;
import support.training.Course;
import support.training.Session;
import support.training.app.Booking;
import support.training.app.CourseDesk;
import support.training.app.TrainingDesk;

/** Courses: worked through and attended by partners, kept by leads; what leads write for the partner space. */
@DeskTest
class TrainingTest {
    private static final Instant TOMORROW = TestTime.MONDAY_AT_TEN.plus(Duration.ofDays(1));

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @Autowired
    SettableClock clock;

    @Autowired
    People people;

    @Autowired
    CourseDesk keepers;

    @Autowired
    TrainingDesk desk;

    @Autowired
    TransactionTemplate transaction;

    private Visitor lena = new Visitor(0);
    private Visitor nils = new Visitor(0);
    private Visitor dana = new Visitor(0);

    @BeforeEach
    void comeIn() {
        // other tests end partnerships
        database.sql(
                        "update partner set standing = 'ACTIVE', first_day = '2035-01-01', last_day = null where organisation_id in"
                                + " (select organisation_id from person where email in ('lena@maplework.example', 'robin@pinecrest.example'))")
                .update();
        lena = new Visitor(port).signedIn("lena@maplework.example");
        nils = new Visitor(port).signedIn("nils@maplework.example");
        dana = new Visitor(port).signedIn("dana@desk.example");
    }

    @AfterEach
    void turnBack() {
        // the space shows but the next sessions
        database.sql("update course set published = false where title in ('Waited for', 'Noted slowly', 'Meanwhile')")
                .update();
        clock.set(TestTime.MONDAY_AT_TEN);
    }

    private Viewer person(String address) {
        long id = database.sql("select id from person where email = :address")
                .param("address", address)
                .query(Long.class)
                .single();
        return people.viewer(id).orElseThrow();
    }

    private String one(String sql) {
        return database.sql(sql).query(String.class).single();
    }

    private long course(String title) {
        return keepers.add(new Course(0, title, "Words", true, 0), person("dana@desk.example"));
    }

    private long session(long course, int seats) {
        Session session = new Session(0, course, TOMORROW, TOMORROW.plusSeconds(3600), "Online", seats, false, 0);
        return keepers.add(session, person("dana@desk.example"));
    }

    private Visitor.Page book(Visitor visitor, long session) {
        visitor.get("/training");
        return visitor.post("/training/sessions/" + session + "/booking", Map.of());
    }

    private Visitor.Page added(long course, Map<String, String> fields) {
        dana.get("/materials/new?course=" + course);
        return dana.post("/materials", fields);
    }

    private List<String> told(String address, String words) {
        return new Letterbox(database)
                .texts(address).stream()
                        .filter(letter -> letter.contains(words))
                        .toList();
    }

    @Test
    void whoever_has_read_all_and_attended_has_a_certificate_that_anybody_can_verify() {
        long course = course("Łódź & <b>trees</b>");
        added(course, Map.of("title", "Read this", "form", "TEXT", "text", "**Bold** [x](javascript:alert(1))"));
        long session = session(course, 3);
        assertThat(lena.get("/training/" + course).body())
                .contains("<strong>Bold</strong>", "Mark all material as done and attend")
                .doesNotContain("javascript:");
        String material = one("select max(id)::text from material where course_id = " + course);
        lena.post("/training/materials/" + material + "/done", Map.of("done", "true"));
        book(lena, session);
        dana.get("/course-sessions/" + session);
        String attendee = String.valueOf(person("lena@maplework.example").id());
        assertThat(dana.post("/course-sessions/" + session + "/attendance", Map.of("person", attendee))
                        .location())
                .contains("early");
        clock.set(TOMORROW.plusSeconds(60));
        attended(session, attendee, "0");
        assertThat(attended(session, "0", "0").location()).as("noted meanwhile").endsWith("?stale");
        String number = one("select number from certificate where course_id = " + course);
        assertThat(told("lena@maplework.example", number)).hasSize(1);
        Visitor stranger = new Visitor(port);
        assertThat(stranger.get("/certificates/" + number).body())
                .contains("and counts", "Lena Forst", "Łódź &amp; &lt;b&gt;trees", "19 June 2035")
                .doesNotContain("maplework");
        assertThat(text("/certificates/" + number + "/certificate.pdf"))
                .contains("Lena Forst", "Łódź & <b>trees</b>", number, "19 June 2035");
        assertThat(bytes("/certificates/" + number + "/certificate.pdf"))
                .isEqualTo(bytes("/certificates/" + number.replace("-", "") + "/certificate.pdf"));
        assertThat(stranger.get("/certificates/" + number.substring(0, 30) + "ZZZZ")
                        .status())
                .isEqualTo(404);
        withdraw(course, number);
        assertThat(stranger.get("/certificates/" + number).body()).contains("it counts no more");
        assertThat(stranger.get("/certificates/" + number + "/certificate.pdf").status())
                .isEqualTo(404);
        assertThat(told("lena@maplework.example", "Not in the room")).hasSize(1);
        desk.markDone(course, Long.parseLong(material), true, person("lena@maplework.example"));
        assertThat(one("select count(*)::text from certificate where course_id = " + course))
                .isEqualTo("1");
    }

    private Visitor.Page attended(long session, String person, String seen) {
        dana.get("/course-sessions/" + session);
        return dana.post("/course-sessions/" + session + "/attendance", Map.of("person", person, "seen", seen));
    }

    private long material(long course) {
        added(course, Map.of("title", "Read this", "form", "TEXT", "text", "Words"));
        return Long.parseLong(one("select max(id)::text from material where course_id = " + course));
    }

    private String certificates(long course) {
        return one("select count(*)::text from certificate where course_id = " + course);
    }

    @Test
    void whoever_has_done_all_has_a_certificate_also_when_a_course_asks_for_less_than_before() {
        Viewer reader = person("lena@maplework.example");
        long removed = course("Without its last page");
        long read = material(removed);
        long unread = material(removed);
        desk.markDone(removed, read, true, reader);
        assertThat(certificates(removed)).isEqualTo("0");
        dana.get("/courses/" + removed);
        dana.post("/materials/" + unread + "/removal", Map.of());
        assertThat(told("lena@maplework.example", "Without its last page")).hasSize(1);
        long alone = course("Without its session");
        long session = session(alone, 3);
        desk.markDone(alone, material(alone), true, reader);
        assertThat(certificates(alone)).isEqualTo("0");
        dana.get("/course-sessions/" + session);
        dana.post("/course-sessions/" + session + "/cancellation", Map.of("reason", "Nobody comes"));
        assertThat(certificates(alone)).isEqualTo("1");
    }

    @Test
    void whoever_does_the_last_two_things_at_once_has_the_certificate() throws Exception {
        Viewer reader = person("lena@maplework.example");
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (int i = 0; i < 10; i++) {
                long course = course("At once");
                List<Callable<Boolean>> deeds = new ArrayList<>();
                for (long material : List.of(material(course), material(course))) {
                    deeds.add(() -> {
                        desk.markDone(course, material, true, reader);
                        return true;
                    });
                }
                for (Future<Boolean> deed : threads.invokeAll(deeds)) {
                    deed.get();
                }
                assertThat(certificates(course)).isEqualTo("1");
            }
        }
    }

    @Test
    void a_seat_that_became_free_by_itself_is_for_those_who_wait() {
        long session = session(course("Free by itself"), 1);
        book(lena, session);
        book(nils, session);
        database.sql("delete from course_seat where session_id = " + session + " and seat = 1")
                .update();
        Visitor robin = new Visitor(port).signedIn("robin@pinecrest.example");
        assertThat(book(robin, session).location()).endsWith("?waiting");
        assertThat(told("nils@maplework.example", "A seat is yours: Free by itself"))
                .hasSize(1);
    }

    private void withdraw(long course, String number) {
        dana.get("/courses/" + course);
        dana.post(
                "/courses/" + course + "/withdrawn-certificates",
                Map.of("number", number, "reason", "Not in the room"));
    }

    private byte[] bytes(String path) {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                    .header("Accept-Language", "uk")
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String text(String path) {
        try (PDDocument document = Loader.loadPDF(bytes(path))) {
            return new PDFTextStripper().getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void the_last_seat_is_sold_once_and_whoever_waits_moves_up() {
        long session = session(course("One seat"), 1);
        assertThat(book(lena, session).location()).endsWith("?booked");
        assertThat(book(lena, session).location()).endsWith("?booked");
        assertThat(book(nils, session).location()).endsWith("?waiting");
        assertThat(told("nils@maplework.example", "One seat"))
                .singleElement()
                .asString()
                .contains("waiting list");
        lena.post("/training/sessions/" + session + "/cancellation", Map.of());
        assertThat(told("nils@maplework.example", "A seat is yours: One seat")).hasSize(1);
        assertThat(nils.get("/training/" + one("select course_id::text from course_session where id = " + session))
                        .body())
                .contains("You have a seat");
    }

    @Test
    void of_forty_who_want_one_of_five_seats_at_once_five_get_one_and_the_others_wait() throws Exception {
        long session = session(course("Five seats"), 5);
        List<Viewer> crowd = crowd();
        List<Callable<Booking>> wishes = new ArrayList<>();
        crowd.forEach(guest -> wishes.add(() -> desk.book(session, guest)));
        List<Booking> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(wishes.size())) {
            for (Future<Booking> answer : threads.invokeAll(wishes)) {
                answers.add(answer.get());
            }
        }
        assertThat(answers)
                .hasSize(40)
                .filteredOn(Booking.Seat.class::isInstance)
                .hasSize(5);
        assertThat(answers).filteredOn(Booking.Waiting.class::isInstance).hasSize(35);
        assertThat(one("select string_agg(seat::text, ' ' order by seat) from course_seat where session_id = "
                        + session))
                .isEqualTo("1 2 3 4 5");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "update partner set standing = 'SUSPENDED' where organisation_id = :partner and :session > 0 | RESTING",
                "update course_session set cancelled = true where id = :session and :partner > 0 | CANCELLED"
            })
    void what_changes_while_one_waits_for_the_session_counts(String change, Session.Refusal why) throws Exception {
        long session = session(course("Waited for"), 5);
        Viewer guest = person("lena@maplework.example");
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<Booking> asked = transaction.execute(held -> {
                hold("course_session", session);
                Future<Booking> waits = other.submit(() -> desk.book(session, guest));
                await().until(this::somebodyWaits);
                database.sql(change)
                        .param("partner", guest.organisation())
                        .param("session", session)
                        .update();
                return waits;
            });
            assertThat(asked.get()).isEqualTo(new Booking.Refused(why));
        }
    }

    /** Whoever writes into the audit log keeps all others from it until the end: nobody is to wait for anything meanwhile. */
    @Test
    void whoever_notes_attendance_and_waits_keeps_nobody_from_the_audit_log() throws Exception {
        long course = course("Noted slowly");
        long session = session(course, 3);
        book(lena, session);
        Viewer guest = person("lena@maplework.example");
        Viewer lead = person("dana@desk.example");
        clock.set(TOMORROW.plusSeconds(60));
        try (ExecutorService others = Executors.newFixedThreadPool(2)) {
            Future<Boolean> noted = transaction.execute(held -> {
                hold("person", guest.id());
                Future<Boolean> waits = others.submit(() -> keepers.attended(session, 0, List.of(guest.id()), lead));
                await().until(this::somebodyWaits);
                Future<Long> another =
                        others.submit(() -> keepers.add(new Course(0, "Meanwhile", "Words", true, 0), lead));
                await().until(another::isDone);
                another.resultNow();
                return waits;
            });
            assertThat(noted.get()).isTrue();
        }
        assertThat(certificates(course)).isEqualTo("1");
    }

    private void hold(String table, long id) {
        database.sql("select id from " + table + " where id = :id for update")
                .param("id", id)
                .query(Long.class)
                .single();
    }

    private boolean somebodyWaits() {
        return database.sql("select exists (select from pg_stat_activity where wait_event_type = 'Lock'"
                        + " and datname = current_database())")
                .query(Boolean.class)
                .single();
    }

    private List<Viewer> crowd() {
        List<Viewer> crowd = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String address = "crowd" + i + "@maplework.example";
            database.sql(
                            "insert into person (organisation_id, email, name, role, zone, demo) select organisation_id, :email,"
                                    + " 'Crowd', 'CUSTOMER', zone, true from person where email = 'lena@maplework.example'"
                                    + " on conflict do nothing")
                    .param("email", address)
                    .update();
            crowd.add(person(address));
        }
        return crowd;
    }

    @Test
    void a_session_that_has_begun_or_was_called_off_is_not_booked_and_says_so() {
        long course = course("Not any more");
        long over = session(course, 1);
        long off = session(course, 1);
        book(nils, off);
        dana.get("/course-sessions/" + off);
        assertThat(dana.post("/course-sessions/" + off + "/cancellation", Map.of("reason", " "))
                        .location())
                .endsWith("?noreason");
        for (int i = 0; i < 2; i++) {
            dana.post("/course-sessions/" + off + "/cancellation", Map.of("reason", "The trainer is ill"));
        }
        assertThat(told("nils@maplework.example", "The trainer is ill")).hasSize(1);
        assertThat(lena.get(book(lena, off).location()).body()).contains("This session was called off.");
        clock.set(TOMORROW);
        assertThat(lena.get(book(lena, over).location()).body()).contains("it cannot be booked any more");
        assertThat(one("select count(*)::text from course_seat where session_id = " + over))
                .isEqualTo("0");
    }

    @Test
    void more_seats_let_people_move_up_fewer_are_refused_while_they_are_taken() {
        long course = course("Room for more");
        long session = session(course, 1);
        book(lena, session);
        book(nils, session);
        assertThat(changed(session, "0", "2").status()).isEqualTo(302);
        assertThat(told("nils@maplework.example", "A seat is yours: Room for more"))
                .hasSize(1);
        Visitor.Page fewer = changed(session, "1", "1");
        assertThat(fewer.status()).isEqualTo(422);
        assertThat(fewer.body()).contains("Take them back first");
        assertThat(changed(session, "0", "5").body()).contains("Somebody else has changed it");
        assertThat(told("nils@maplework.example", "Another time or place")).isEmpty();
    }

    private Visitor.Page changed(long session, String seen, String seats) {
        dana.get("/course-sessions/" + session);
        return dana.post(
                "/course-sessions/" + session,
                Map.of("begins", "2035-06-19T10:00", "minutes", "60", "place", "Online", "seats", seats, "seen", seen));
    }

    @Test
    void a_session_is_in_calendars_once_as_it_is_now_and_reads_in_both_zones() {
        long course = course("In calendars");
        long session = session(course, 3);
        String before =
                lena.get("/training/sessions/" + session + "/session.ics").body();
        changed(session, "0", "4");
        String after =
                lena.get("/training/sessions/" + session + "/session.ics").body();
        assertThat(before)
                .contains("SUMMARY:In calendars", "DTSTART:20350619T080000Z", "SEQUENCE:0", "STATUS:CONFIRMED");
        assertThat(after)
                .contains(before.lines()
                        .filter(line -> line.startsWith("UID"))
                        .findFirst()
                        .orElseThrow())
                .contains("SEQUENCE:1");
        Visitor robin = new Visitor(port).signedIn("robin@pinecrest.example");
        assertThat(robin.get("/training/" + course).body()).contains("10:00 CEST", "03:00 CDT your time");
        assertThat(new Visitor(port)
                        .signedIn("marta@nordlicht.example")
                        .get("/training/" + course)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void what_is_not_published_is_not_there_for_partners() {
        long course = keepers.add(new Course(0, "Draft", "", false, 0), person("dana@desk.example"));
        added(course, Map.of("title", "Draft", "form", "LINK", "link", "https://video.example/x"));
        long session = session(course, 3);
        assertThat(lena.get("/training/" + course).status()).isEqualTo(404);
        assertThat(book(lena, session).status()).isEqualTo(404);
        String material = one("select max(id)::text from material where course_id = " + course);
        assertThat(lena.post("/training/materials/" + material + "/done", Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(dana.get("/courses/" + course).body()).contains("https://video.example/x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"javascript:alert(1)", "http://video.example", "https://a@b.example", "data:text/html,x", ""})
    void a_link_leads_to_a_host_over_https_or_is_refused(String link) {
        Visitor.Page page = added(course("Links"), Map.of("title", "Video", "form", "LINK", "link", link));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("Enter an address that begins with https://");
    }

    @Test
    void a_file_is_saved_by_partners_and_never_shown() {
        String app = one("select id::text from app where key = 'canvas'");
        dana.get("/materials/new?app=" + app);
        Visitor.Page sent = dana.post(
                "/materials",
                Map.of("title", "Slides", "form", "FILE", "section", "SALES", "app", app),
                new Visitor.Upload(
                        "file", "../a<b>.html", "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8)));
        assertThat(sent.status()).as(sent.body()).isEqualTo(302);
        String id = one("select max(id)::text from material where form = 'FILE' and title = 'Slides'");
        assertThat(lena.get("/materials/" + id + "/file").body()).isEqualTo("<script>alert(1)</script>");
        assertThat(lena.header("/materials/" + id + "/file", "Content-Disposition"))
                .startsWith("attachment");
        assertThat(lena.header("/materials/" + id + "/file", "Content-Security-Policy"))
                .contains("sandbox");
        assertThat(lena.get("/space/apps/" + app).body()).contains("Slides", "a_b_.html");
        assertThat(new Visitor(port)
                        .signedIn("ada@desk.example")
                        .get("/materials/" + id + "/file")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void what_lies_on_an_app_that_is_retired_is_there_for_leads_alone() {
        long app =
                Long.parseLong(one("insert into app (key, name, ours, lifecycle) values ('walk.old', 'Old walk', true,"
                        + " 'ACTIVE') returning id::text"));
        dana.get("/materials/new?app=" + app);
        Map<String, String> fields =
                Map.of("title", "Old slides", "form", "FILE", "section", "SALES", "app", String.valueOf(app));
        Visitor.Upload file = new Visitor.Upload("file", "old.txt", "old".getBytes(StandardCharsets.UTF_8));
        assertThat(dana.post("/materials", fields, file).status()).isEqualTo(302);
        String id = one("select max(id)::text from material where title = 'Old slides'");
        assertThat(lena.get("/materials/" + id + "/file").body()).isEqualTo("old");
        database.sql("update app set lifecycle = 'RETIRED' where id = " + app).update();
        try {
            assertThat(lena.get("/materials/" + id + "/file").status()).isEqualTo(404);
            assertThat(dana.get("/materials").body()).contains("Old slides");
            assertThat(dana.post("/materials", fields, file).status()).isEqualTo(422);
        } finally {
            database.sql("delete from app where id = " + app).update();
        }
    }

    @Test
    void news_stand_in_the_space_from_their_first_day_to_their_last_and_carry_no_script() {
        dana.get("/news/new");
        dana.post(
                "/news",
                Map.of(
                        "title", "Only today",
                        "text", "[Click](javascript:alert(1)) <img src=x onerror=alert(1)>",
                        "firstDay", "2035-06-18",
                        "lastDay", "2035-06-18"));
        assertThat(lena.get("/space").body())
                .contains("Only today", "Canvas 5 is on its way", "Level 1: 1 h", "Signpost for administrators")
                .doesNotContain("javascript:", "<img src=x", "Price list of the next year");
        clock.set(Instant.parse("2035-06-18T22:00:00Z"));
        assertThat(lena.get("/space").body()).doesNotContain("Only today");
        Visitor.Page wrong =
                dana.post("/news", Map.of("title", "", "text", "", "firstDay", "x", "lastDay", "2035-01-01"));
        assertThat(wrong.status()).isEqualTo(422);
    }
}
