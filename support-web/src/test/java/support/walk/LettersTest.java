package support.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.internet.MimeMessage;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import support.testing.TestDatabase;

/** Letters leave by SMTP, each with both of its parts. The clock is the real one: the scheduler has its own. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "desk.demo.enabled=true",
            "desk.demo.tickets=5",
            "logging.level.org.testcontainers=off",
            "db-scheduler.polling-interval=200ms"
        })
@Import(TestDatabase.class)
class LettersTest {
    @RegisterExtension
    static final GreenMailExtension MAIL =
            new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort()).withPerMethodLifecycle(false);

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry properties) {
        properties.add("desk.smtp.host", () -> "127.0.0.1");
        properties.add("desk.smtp.port", () -> MAIL.getSmtp().getPort());
        properties.add("desk.smtp.tls", () -> "NONE");
        properties.add("desk.smtp.from", () -> "desk@vendor.example");
    }

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @Test
    void the_acknowledgement_arrives_as_text_and_html_with_the_due_time_and_its_reason() throws Exception {
        Visitor marta = new Visitor(port).signedIn("marta@nordlicht.example");
        marta.get("/tickets/new");
        String app = String.valueOf(
                database.sql("select min(id) from app").query(Long.class).single());
        marta.post(
                "/tickets",
                Map.of(
                        "type",
                        "BUG_REPORT",
                        "severity",
                        "LEVEL_4",
                        "app",
                        app,
                        "summary",
                        "Grüße 🧨",
                        "description",
                        "x"));
        assertThat(MAIL.waitForIncomingEmail(20_000, 1)).isTrue();
        MimeMessage letter = MAIL.getReceivedMessages()[0];
        assertThat(letter.getSubject()).startsWith("[SUP-").endsWith("Grüße 🧨");
        assertThat(letter.getAllRecipients()[0].toString()).contains("marta@nordlicht.example");
        assertThat(letter.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        String id =
                database.sql("select id::text from letter").query(String.class).single();
        assertThat(letter.getMessageID()).isEqualTo("<" + id + "@localhost>");
        String source = GreenMailUtil.getWholeMessage(letter);
        assertThat(source).contains("text/plain").contains("text/html").contains("24:00 =3D Level 4");
    }
}
