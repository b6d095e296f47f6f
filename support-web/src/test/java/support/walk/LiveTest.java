package support.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import support.live.app.LiveHub;
import support.testing.SettableClock;
import support.testing.TestTime;

/** What people of the desk hear while they look: that something has happened, to which ticket, and who else is there. */
@DeskTest
class LiveTest {
    private static final Pattern AFTER = Pattern.compile("<meta name=\"live\" content=\"([^\"]+)\"");

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @Autowired
    SettableClock clock;

    @Autowired
    LiveHub hub;

    private Visitor ada = new Visitor(0);

    @BeforeEach
    void comeIn() {
        clock.set(TestTime.MONDAY_AT_TEN);
        ada = new Visitor(port).signedIn("ada@desk.example");
    }

    private Stream listening(Visitor visitor, String query, @Nullable String last) {
        return new Stream(port, visitor.session(), query, last);
    }

    private String ticket() {
        return "SUP-"
                + database.sql("select max(number) from ticket where status = 'OPEN'")
                        .query(Long.class)
                        .single();
    }

    private static String after(Visitor visitor, String page) {
        Matcher after = AFTER.matcher(visitor.get(page).body());
        assertThat(after.find()).as(page).isTrue();
        return after.group(1);
    }

    private static void note(Visitor visitor, String ticket) {
        visitor.get("/tickets/" + ticket);
        visitor.post(
                "/tickets/" + ticket + "/notes",
                Map.of("text", "a secret word", "nonce", UUID.randomUUID().toString()));
    }

    private static boolean isOf(Stream.Message message, String ticket) {
        return message.kind().equals("changed") && message.data().contains("\"" + ticket + "\"");
    }

    @Test
    void whoever_listens_hears_which_ticket_has_changed_and_nothing_of_what_was_written() {
        String ticket = ticket();
        try (Stream stream = listening(ada, "?after=" + after(ada, "/queue"), null)) {
            assertThat(stream.answer.headers().firstValue("Content-Type")).contains("text/event-stream");
            assertThat(stream.answer.headers().firstValue("X-Accel-Buffering")).contains("no");
            assertThat(stream.answer.headers().firstValue("Content-Encoding")).isEmpty();
            note(new Visitor(port).signedIn("dana@desk.example"), ticket);
            assertThat(stream.next(message -> isOf(message, ticket)).data())
                    .isEqualTo("{\"tickets\":[\"" + ticket + "\"]}");
        }
    }

    @Test
    void what_happened_while_nobody_listened_is_told_to_whoever_comes_again() {
        String ticket = ticket();
        String before = after(ada, "/queue");
        note(ada, ticket);
        String then;
        try (Stream stream = listening(ada, "", before)) {
            then = stream.next(message -> isOf(message, ticket)).id();
        }
        try (Stream stream = listening(ada, "?after=" + before, then)) {
            assertThat(stream.next(message -> true).kind())
                    .as("a browser knows better than the page that it shows")
                    .isEqualTo("beat");
        }
        for (String odd : List.of("1.900000000000:900000000000:", "2065766400.1:1:")) {
            try (Stream stream = listening(ada, "", odd)) {
                assertThat(stream.next(message -> true).kind()).as(odd).isIn("unknown", "changed");
            }
        }
        try (Stream stream = listening(ada, "?ticket=nonsense&after=nonsense", "' or 1=1")) {
            assertThat(stream.next(message -> true).id())
                    .as("begins where the desk is")
                    .isNotEmpty();
        }
    }

    @Test
    void those_who_look_at_a_ticket_know_of_each_other_and_who_writes() {
        String ticket = ticket();
        Visitor dana = new Visitor(port).signedIn("dana@desk.example");
        try (Stream stream = listening(ada, "?ticket=" + ticket, null)) {
            assertThat(stream.next(message -> message.kind().equals("here")).data())
                    .doesNotContain("Dana");
            try (Stream other = listening(dana, "?ticket=" + ticket, null)) {
                assertThat(stream.next(message -> message.data().contains("Dana"))
                                .data())
                        .contains("\"writing\":false");
                assertThat(other.next(message -> message.kind().equals("here")).data())
                        .contains("Ada", "Dana");
            }
            try (Stream other = listening(dana, "?writing=true&ticket=" + ticket, null)) {
                assertThat(stream.next(message -> message.data().contains("\"writing\":true"))
                                .data())
                        .contains("Dana");
                assertThat(other.answer.statusCode()).isEqualTo(200);
            }
        }
    }

    @Test
    void customers_find_no_stream_and_who_has_signed_out_gets_none() {
        Visitor marta = new Visitor(port).signedIn("marta@nordlicht.example");
        try (Stream stream = listening(marta, "", null)) {
            assertThat(stream.answer.statusCode()).isEqualTo(404);
        }
        assertThat(marta.get("/tickets").body()).doesNotContain("name=\"live\"");
        String session = ada.session();
        ada.get("/queue");
        ada.post("/sign-out", Map.of());
        try (Stream stream = new Stream(port, session, "", null)) {
            assertThat(stream.answer.headers().firstValue("Content-Type").orElse(""))
                    .isNotEqualTo("text/event-stream");
        }
    }

    @Test
    void a_page_that_looks_by_itself_does_not_keep_its_session_alive() {
        database.sql("update spring_session set last_access_time = last_access_time - 600000")
                .update();
        String used = "select max(last_access_time) from spring_session where principal_name ="
                + " (select id::text from person where email = 'ada@desk.example')";
        long before = database.sql(used).query(Long.class).single();
        try (Stream stream = listening(ada, "", null)) {
            stream.next(message -> message.kind().equals("beat"));
            assertThat(ada.alone("/queue").status()).isEqualTo(200);
        }
        assertThat(database.sql(used).query(Long.class).single()).isEqualTo(before);
        ada.get("/queue");
        assertThat(database.sql(used).query(Long.class).single()).isGreaterThan(before);
    }

    @Test
    void when_the_desk_stops_its_streams_end_at_once() {
        try (Stream stream = listening(ada, "", null)) {
            stream.next(message -> message.kind().equals("beat"));
            hub.stop();
            assertThatThrownBy(() -> stream.next(message -> false)).hasMessage("the stream has ended");
        } finally {
            hub.start();
        }
    }
}
