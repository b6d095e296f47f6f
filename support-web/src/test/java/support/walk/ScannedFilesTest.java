package support.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import support.testing.TestScanner;

/** Files that people send are shown to the virus scanner first. */
@DeskTest
class ScannedFilesTest {
    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @Autowired
    TestScanner scanner;

    private Visitor marta = new Visitor(0);

    @BeforeEach
    void signIn() {
        marta = new Visitor(port).signedIn("marta@nordlicht.example");
    }

    @AfterEach
    void mend() {
        scanner.is(TestScanner.Mood.WELL);
    }

    private static Visitor.Upload file(String name, String content) {
        return new Visitor.Upload(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, String> form(String summary) {
        marta.get("/tickets/new");
        return new HashMap<>(Map.of(
                "type", "SUPPORT_REQUEST",
                "severity", "LEVEL_2",
                "app", app(),
                "summary", summary,
                "description", "kept words"));
    }

    private String app() {
        return String.valueOf(database.sql("select id from app where key = 'signpost'")
                .query(Long.class)
                .single());
    }

    private List<@Nullable String> names() {
        return database.sql("select name from attachment").query(String.class).list();
    }

    @Test
    void a_harmful_file_is_refused_in_words_and_the_rest_goes_on() {
        Map<String, String> form = form("With a harmful file");
        Visitor.Page page = marta.post(
                "/tickets", form, file("bad.bin", "x" + TestScanner.HARMFUL), file("good.txt", "a good file"));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body())
                .contains("The file bad.bin was not added: the virus scanner takes it for harmful")
                .contains("good.txt", "kept words");
        assertThat(names()).doesNotContain("bad.bin");
        String ticket = marta.post("/tickets", form).location().replace("/confirmation", "");
        assertThat(marta.get(ticket).body()).contains("good.txt").doesNotContain("bad.bin");

        assertThat(marta.post(ticket + "/replies", Map.of("text", "once more"), file("worse.bin", TestScanner.HARMFUL))
                        .body())
                .contains("The file worse.bin was not added", "once more");
        assertThat(names()).doesNotContain("worse.bin");
        assertThat(refused()).isGreaterThanOrEqualTo(2);
    }

    private long refused() {
        return database.sql("select count(*) from audit_entry where deed = 'FILE_REFUSED'"
                        + " and details ->> 'found' = 'Made.Up' and actor_id is not null")
                .query(Long.class)
                .single();
    }

    @Test
    void while_the_scanner_is_away_no_file_is_taken_and_no_word_is_lost() {
        scanner.is(TestScanner.Mood.GONE);
        Map<String, String> form = form("While the scanner is away");
        Visitor.Page page = marta.post("/tickets", form, file("one.log", "1"), file("two.log", "2"));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body())
                .contains("The file one.log was not added: it cannot be checked for viruses right now")
                .contains("The file two.log was not added", "kept words");
        assertThat(names()).doesNotContain("one.log", "two.log");
        scanner.is(TestScanner.Mood.WELL);
        String ticket = marta.post("/tickets", form, file("one.log", "1")).location();
        assertThat(marta.get(ticket.replace("/confirmation", "")).body()).contains("one.log");
    }

    @Test
    void what_leads_put_on_the_shelves_of_partners_is_looked_at_too() {
        Visitor dana = new Visitor(port).signedIn("dana@desk.example");
        dana.get("/materials/new");
        Map<String, String> form = Map.of("app", app(), "title", "A harmful sheet", "form", "FILE");
        Visitor.Upload sheet =
                new Visitor.Upload("file", "sheet.pdf", TestScanner.HARMFUL.getBytes(StandardCharsets.US_ASCII));
        long refused = refused();
        Visitor.Page page = dana.post("/materials", form, sheet);
        assertThat(refused() - refused).as("written down").isEqualTo(1);
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("The file sheet.pdf was not added", "A harmful sheet");
        assertThat(dana.get("/materials").body()).doesNotContain("A harmful sheet");
    }

    @Test
    void admins_read_whether_files_are_checked() {
        Visitor emil = new Visitor(port).signedIn("emil@desk.example");
        assertThat(emil.get("/admin").body()).contains("Files that people send are checked by a virus scanner");
        scanner.is(TestScanner.Mood.GONE);
        assertThat(emil.get("/admin").body()).contains("The virus scanner does not answer");
    }
}
