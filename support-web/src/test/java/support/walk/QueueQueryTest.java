package support.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Agents ask the queue for what they look for, in words and keys. */
@DeskTest
class QueueQueryTest {
    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    private Visitor ada = new Visitor(0);
    private Visitor marta = new Visitor(0);

    @BeforeEach
    void signIn() {
        ada = new Visitor(port).signedIn("ada@desk.example");
        marta = new Visitor(port).signedIn("marta@nordlicht.example");
    }

    private String raised(String summary, String description) {
        marta.get("/tickets/new");
        String app = database.sql("select id::text from app where key = 'signpost'")
                .query(String.class)
                .single();
        return marta.post(
                        "/tickets",
                        Map.of(
                                "type", "SUPPORT_REQUEST",
                                "severity", "LEVEL_2",
                                "app", app,
                                "summary", summary,
                                "description", description))
                .location()
                .replaceAll(".*(SUP-[0-9]+).*", "$1");
    }

    private String queue(String query) {
        Visitor.Page page = ada.get("/queue?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
        assertThat(page.status()).as(query).isEqualTo(200);
        return page.body();
    }

    private static String row(String number) {
        return "href=\"/tickets/" + number + "\"";
    }

    @Test
    void what_is_asked_for_is_found_and_nothing_else() {
        String number = raised("Numbat in the printer", "It eats the paper of the second tray.");
        for (String query : List.of(
                "numbat",
                "numb*",
                "\"eats the paper\"",
                "number:" + number,
                number.replace("SUP-", "number:"),
                "numbat severity:2 assignee:none lane:standard waiting:us app:signpost status:new type:request",
                "numbat customer:nordlicht requester:marta raised<1h changed<1h due<9h -due:overdue",
                "trays numbat -kangaroo")) {
            assertThat(queue(query)).as(query).contains(row(number));
        }
        for (String query : List.of(
                "numbat severity:1",
                "numbat lane:fast",
                "numbat -status:new",
                "numbat assignee:me",
                "numbat raised>1h",
                "numbat state:done",
                "numbat due:none",
                "numbat kangaroo",
                "\"paper eats the\"")) {
            assertThat(queue(query)).as(query).doesNotContain(row(number)).contains("No ticket is like that");
        }
    }

    @Test
    void notes_are_found_by_the_desk_and_tags_by_their_name() {
        String number = raised("A tray", "words");
        ada.get("/tickets/" + number);
        ada.post("/tickets/" + number + "/notes", Map.of("text", "Bandicoot was here", "internal", "true"));
        ada.get("/tickets/" + number);
        ada.post("/tickets/" + number + "/tags", Map.of("tag", "Marsupial"));
        assertThat(queue("bandicoot")).contains(row(number));
        assertThat(queue("bandicoot tag:marsupial")).contains(row(number)).contains(">marsupial<");
        assertThat(queue("bandicoot -tag:marsupial")).doesNotContain(row(number));
    }

    @Test
    void words_go_along_with_a_ticket_that_is_merged_and_are_lost_with_their_message() {
        String one = raised("A burrow", "The potoroo digs.");
        String other = raised("Another burrow", "It is the same.");
        assertThat(queue("potoroo")).contains(row(one)).doesNotContain(row(other));
        database.sql("update message set ticket_number = :other where ticket_number = :one")
                .param("one", number(one))
                .param("other", number(other))
                .update();
        assertThat(queue("potoroo")).contains(row(other)).doesNotContain(row(one));
        database.sql("update message set body = 'gone' where ticket_number = :other and body like '%potoroo%'")
                .param("other", number(other))
                .update();
        assertThat(queue("potoroo")).doesNotContain(row(other), row(one));
    }

    private static long number(String ticket) {
        return Long.parseLong(ticket.replace("SUP-", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "' or 1=1 --",
                "a & b | !c <-> d:*",
                "%_%",
                "\\",
                "customer:%",
                "tag:';drop",
                "(((((((((((a+)+)+)+$",
                "\"'\" -\"'\"",
                "\u0000x",
                "*",
                "-",
                "&quot;"
            })
    void what_means_something_elsewhere_means_itself_here(String query) {
        assertThat(queue(query)).doesNotContain("Reference for our support");
    }

    @Test
    void what_cannot_be_read_is_said_and_nothing_is_shown() {
        assertThat(queue("sevrity:1"))
                .contains("Nothing is called “sevrity”. Nearest: severity")
                .doesNotContain("<tbody>");
        assertThat(queue("lane:fast \"open")).contains("has no end").contains("value=\"lane:fast &quot;open\"");
        assertThat(queue("a".repeat(10_000 / 2))).contains("A query has 1,000 characters at most");
    }

    @Test
    void filters_are_added_to_what_is_typed() {
        String page = ada.get("/queue?q=lane:fast+fax&add=&add=lane:standard&add=assignee:none")
                .body();
        assertThat(page).contains("value=\"fax lane:standard assignee:none\"");
    }

    @Test
    void a_query_is_kept_from_page_to_page() {
        while (database.sql("select count(*) from ticket").query(Long.class).single() <= 50) {
            raised("One of many", "words");
        }
        String page = queue("state:all");
        assertThat(page).contains("/queue?q=state%3Aall&amp;after=");
        String next = page.replaceAll("(?s).*href=\"(/queue\\?q=state%3Aall&amp;after=[^\"]+)\".*", "$1");
        assertThat(ada.get(next.replace("&amp;", "&")).status()).isEqualTo(200);
    }

    @Test
    void it_is_completed_while_it_is_typed() {
        assertThat(ada.get("/queue/completions?q=sev").body()).contains("value=\"severity:\"");
        assertThat(ada.get("/queue/completions?q=assignee:ada").body()).contains("assignee:&quot;Ada Brook&quot;");
        assertThat(ada.get("/queue/completions?q=customer:nordl").body()).contains("Nordlicht Pumps");
        assertThat(marta.get("/queue/completions?q=customer:n").status()).isEqualTo(404);
    }
}
