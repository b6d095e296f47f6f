package support.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import support.access.app.FirstAdminStart;
import support.testing.TestDatabase;
import support.testing.TestTime;

/** A desk without demo and without admin. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"desk.demo.enabled=false", "logging.level.org.testcontainers=off"})
@Import({TestDatabase.class, TestTime.class})
@ExtendWith(OutputCaptureExtension.class)
class FirstRunTest {
    private static final Pattern LINK = Pattern.compile("http://localhost:8080(/first-run/\\S+)");

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @Autowired
    FirstAdminStart firstAdmin;

    @Test
    void whoever_holds_the_link_of_the_log_becomes_the_first_admin_and_nobody_after(CapturedOutput log) {
        firstAdmin.run(new DefaultApplicationArguments());
        String link = link(log);
        Visitor founder = new Visitor(port);
        founder.get(link);
        assertThat(founder.post(link, Map.of("email", "founder", "name", "", "password", "short"))
                        .body())
                .contains("Enter a mail address", "Enter a name", "at least 12");
        Map<String, String> words =
                Map.of("email", "founder@desk.example", "name", "Fara Holt", "password", "lantern gravel otter mosaic");
        assertThat(founder.post(link, words).location()).isEqualTo("/admin");
        assertThat(founder.get("/admin").location()).startsWith("/sign-in/set-up");
        assertThat(new Visitor(port).get(link).status()).isEqualTo(410);
        assertThat(database.sql("select count(*) from person where role = 'ADMIN'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private static String link(CapturedOutput log) {
        Matcher found = LINK.matcher(log.getOut());
        String last = "";
        while (found.find()) {
            last = found.group(1);
        }
        return last;
    }
}
