package support.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A lead corrects a verdict: an entry with a reason and an author, and nothing else. */
@DeskTest
class VerdictTest {
    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    private String ticket(String verdict) {
        return "/tickets/SUP-"
                + database.sql("select min(ticket_number) from promise where verdict = :verdict")
                        .param("verdict", verdict)
                        .query(Long.class)
                        .single();
    }

    private Visitor.Page correct(Visitor lead, String ticket, String verdict, String reason) {
        lead.get(ticket);
        return lead.post(
                ticket + "/verdict",
                Map.of("metric", "FIRST_RESPONSE", "ordinal", "1", "verdict", verdict, "reason", reason));
    }

    private String promise(String ticket) {
        return database.sql("select p::text from (select verdict, decided_at, due_at, policy_version, calendar_version"
                        + " from promise where ticket_number = :number) p")
                .param("number", Long.valueOf(ticket.substring(ticket.lastIndexOf('-') + 1)))
                .query(String.class)
                .single();
    }

    @Test
    void a_correction_is_seen_with_its_reason_and_leaves_what_was_judged() {
        Visitor dana = new Visitor(port).signedIn("dana@desk.example");
        String ticket = ticket("MISSED");
        String before = promise(ticket);
        assertThat(correct(dana, ticket, "KEPT", "Ada called <b>in time</b>").status())
                .isEqualTo(302);
        assertThat(promise(ticket)).isEqualTo(before);
        String page = dana.get(ticket).body();
        assertThat(page)
                .contains("Judged as &quot;Missed&quot;, corrected: Ada called &lt;b&gt;in time&lt;/b&gt;")
                .contains("Dana Ridge corrected the verdict to &quot;Kept&quot;");
        correct(dana, ticket, "MISSED", "No, that was another call");
        assertThat(dana.get(ticket).body()).contains("corrected: No, that was another call");
    }

    @Test
    void the_report_counts_as_corrected_and_says_so() {
        Visitor dana = new Visitor(port).signedIn("dana@desk.example");
        String ticket = ticket("KEPT");
        String month = database.sql("select to_char(due_at at time zone 'Europe/Berlin', 'YYYY-MM') from promise"
                        + " where ticket_number = :number")
                .param("number", Long.valueOf(ticket.substring(ticket.lastIndexOf('-') + 1)))
                .query(String.class)
                .single();
        String corrected = "Verdicts that a lead has corrected";
        assertThat(dana.get("/report?month=" + month).body()).doesNotContain(corrected);
        correct(dana, ticket, "MISSED", "It was an automatic answer");
        assertThat(dana.get("/report?month=" + month).body()).contains(corrected);
    }

    @ParameterizedTest
    @CsvSource({"OPEN, KEPT, a reason", "KEPT, OPEN, a reason", "KEPT, WITHDRAWN, a reason", "KEPT, MISSED, ' '"})
    void nothing_is_corrected_that_was_not_judged_or_without_a_reason(String judged, String to, String reason) {
        Visitor dana = new Visitor(port).signedIn("dana@desk.example");
        assertThat(correct(dana, ticket(judged), to, reason).status()).isEqualTo(409);
        assertThat(correct(dana, ticket(judged), to, "r".repeat(501)).status()).isEqualTo(409);
        assertThat(correct(dana, ticket(judged), to, "by\0phone").status()).isEqualTo(409);
    }

    @Test
    void what_is_no_verdict_is_no_question() {
        Visitor dana = new Visitor(port).signedIn("dana@desk.example");
        assertThat(correct(dana, ticket("KEPT"), "PERFECT", "a reason").status())
                .isEqualTo(400);
    }
}
