package support.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import support.testing.SettableClock;
import support.testing.TestTime;

/** What tests of the API share: people who make tokens, and programs that use them. */
@DeskTest
abstract class ApiDesk {
    private static final Pattern TOKEN = Pattern.compile("desk_[0-9A-Za-z]{49}");
    static final String TICKET = """
            {"type": "BUG_REPORT", "severity": "LEVEL_3", "app": "%s", "summary": "%s", "description": "%s"}""";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @Autowired
    SettableClock clock;

    @AfterEach
    void tidy() {
        database.sql("delete from bucket").update();
        database.sql("delete from api_token").update();
        database.sql("delete from api_answer").update();
        clock.set(TestTime.MONDAY_AT_TEN);
    }

    Visitor as(String email) {
        return new Visitor(port).signedIn(email);
    }

    String token(String email, String... scopes) {
        Visitor owner = as(email);
        owner.get("/account/security/tokens");
        Visitor.Page page = made(owner, "Robot", String.join(",", scopes), "7");
        Matcher token = TOKEN.matcher(page.body());
        assertThat(token.find()).as(page.body()).isTrue();
        return token.group();
    }

    static Visitor.Page made(Visitor owner, String name, String scopes, String days) {
        return owner.post("/account/security/tokens", Map.of("name", name, "scopes", scopes, "days", days));
    }

    Program program(String email, String... scopes) {
        return new Program(port, token(email, scopes));
    }

    Program stranger() {
        return new Program(port, "");
    }

    String app() {
        return database.sql("select key from app where lifecycle = 'ACTIVE' order by id limit 1")
                .query(String.class)
                .single();
    }

    String ticket(String words) {
        return TICKET.formatted(app(), words, words);
    }

    /** A ticket with these words, by somebody who may write. */
    String raised(Program customer, String words) {
        Program.Answer answer = customer.post("/api/v1/tickets", ticket(words));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return "/api/v1/tickets/" + answer.json().get("number").asString();
    }

    long count(String table) {
        return database.sql("select count(*) from " + table).query(Long.class).single();
    }

    /** Everything that a table holds, as text. */
    List<String> rows(String table) {
        return database.sql("select t::text from " + table + " t")
                .query((row, n) -> row.getString(1))
                .list();
    }
}
