package support.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import support.database.Login;
import support.database.StoppableServer;
import support.testing.TestTime;

/** The desk while its database is stopped, and after it was started again. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "desk.demo.enabled=true",
            "desk.demo.tickets=3",
            "management.server.port=0",
            "db-scheduler.polling-interval=200ms"
        })
@Import({OutageServer.class, TestTime.class})
@ExtendWith(OutputCaptureExtension.class)
@DirtiesContext
class OutageTest {
    private static final Duration BOUND = Duration.ofSeconds(10);
    private static final Duration RECOVERY = Duration.ofSeconds(60);

    @LocalServerPort
    int port;

    @Value("${local.management.port}")
    int managementPort;

    @Autowired
    StoppableServer server;

    @Autowired
    JdbcClient database;

    private Visitor marta = new Visitor(0);

    @BeforeEach
    void someone_is_writing() {
        marta = new Visitor(port).signedIn("marta@nordlicht.example");
        assertThat(marta.get("/tickets/new").status()).isEqualTo(200);
    }

    @AfterEach
    void the_server_runs_again() throws Exception {
        server.start();
        awaitTheDesk();
    }

    private void awaitTheDesk() {
        await().atMost(RECOVERY).until(() -> new Visitor(port).get("/sign-in").status() == 200 && readiness() == 200);
    }

    private int readiness() throws Exception {
        return health("readiness");
    }

    private int health(String probe) throws Exception {
        URI address = URI.create("http://localhost:" + managementPort + "/actuator/health/" + probe);
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private long ticketsCalled(String summary) {
        return database.sql("select count(*) from ticket where summary = ?")
                .param(summary)
                .query(Long.class)
                .single();
    }

    @Test
    void a_page_says_so_within_seconds_and_comes_back_by_itself() throws Exception {
        server.stop();
        Instant asked = Instant.now();
        Visitor.Page page = marta.get("/tickets");
        assertThat(Duration.between(asked, Instant.now())).isLessThan(BOUND);
        assertThat(page.status()).isEqualTo(503);
        assertThat(page.body()).contains("The desk is away for a moment").doesNotContain("Incident");
        server.start();
        await().atMost(RECOVERY).until(() -> marta.get("/tickets").status() == 200);
    }

    @Test
    void what_we_promise_is_still_told_to_everybody() throws Exception {
        server.stop();
        Visitor stranger = new Visitor(port);
        assertThat(stranger.get("/policy").status()).isEqualTo(200);
        Visitor.Page feed = stranger.get("/policy/closed-days.ics");
        assertThat(feed.status()).isEqualTo(200);
        assertThat(feed.body()).startsWith("BEGIN:VCALENDAR");
    }

    @Test
    void what_was_typed_stands_on_that_page_and_can_be_sent_again() throws Exception {
        Map<String, String> form = Map.of(
                "type", "IDEA",
                "app",
                        database.sql("select min(id)::text from app")
                                .query(String.class)
                                .single(),
                "summary", "Written in an outage",
                "description", "A long story that nobody wants to write twice");
        server.stop();
        Visitor.Page page = marta.post("/tickets", form);
        assertThat(page.status()).isEqualTo(503);
        assertThat(page.body())
                .contains("action=\"/tickets\"")
                .contains("A long story that nobody wants to write twice")
                .contains(marta.hidden("nonce"));
        server.start();
        awaitTheDesk();
        assertThat(marta.post("/tickets", form).status()).isEqualTo(302);
        assertThat(ticketsCalled("Written in an outage")).isEqualTo(1);
    }

    @Test
    void the_desk_is_not_ready_and_still_alive() throws Exception {
        assertThat(readiness()).isEqualTo(200);
        server.stop();
        assertThat(readiness()).isEqualTo(503);
        assertThat(health("liveness")).isEqualTo(200);
        server.start();
        await().atMost(RECOVERY).until(() -> readiness() == 200);
    }

    @Test
    void a_connection_that_is_lost_in_the_middle_of_a_request_is_an_outage_too() throws Exception {
        Login login = server.owner().login();
        Visitor ada = new Visitor(port).signedIn("ada@desk.example");
        ada.get("/tickets/SUP-1001");
        try (Connection other = DriverManager.getConnection(server.owner().url(), login.user(), login.password());
                Statement lock = other.createStatement();
                ExecutorService browser = Executors.newSingleThreadExecutor()) {
            other.setAutoCommit(false);
            lock.execute("select number from ticket for update");
            Future<Visitor.Page> page =
                    browser.submit(() -> ada.post("/tickets/SUP-1001/assignment", Map.of("person", "")));
            await().atMost(BOUND).until(() -> endedWhileWaiting() == 1);
            assertThat(page.get().status()).isEqualTo(503);
        }
    }

    /** How many connections of the desk were waiting for a lock, and are no more. */
    private long endedWhileWaiting() {
        return database.sql("""
                        select count(*) from pg_stat_activity
                        where case when wait_event_type = 'Lock' then pg_terminate_backend(pid) else false end
                        """).query(Long.class).single();
    }

    @Test
    void files_ask_for_no_session_and_come_all_the_same() throws Exception {
        Matcher styleSheet = Pattern.compile("href=\"(/css/frame[^\"]*)\"")
                .matcher(marta.get("/tickets").body());
        assertThat(styleSheet.find()).isTrue();
        server.stop();
        assertThat(marta.get(styleSheet.group(1)).status()).isEqualTo(200);
        assertThat(marta.get("/css/problem.css").status()).isEqualTo(200);
    }

    @Test
    void the_log_says_once_that_it_is_away_and_once_that_it_is_back(CapturedOutput output) throws Exception {
        server.stop();
        for (int i = 0; i < 3; i++) {
            marta.get("/tickets");
            readiness();
        }
        server.start();
        await().atMost(RECOVERY).until(() -> output.getAll().contains("The database is back"));
        assertThat(output.getAll())
                .containsOnlyOnce("The database is away")
                .containsOnlyOnce("The database is back")
                .doesNotContain("\tat ")
                .doesNotContain("ERROR");
    }
}
