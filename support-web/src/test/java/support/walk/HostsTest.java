package support.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What headers claim about where a request comes from and goes to. */
@DeskTest
class HostsTest {
    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    private String answer(String head) throws IOException {
        return answer(head, "");
    }

    private String answer(String head, String body) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            String request = head + "Connection: close\r\n\r\n" + body;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "localhost.evil.example", "169.254.169.254", "desk"})
    void another_host_gets_no_page(String host) throws IOException {
        assertThat(answer("GET /policy HTTP/1.1\r\nHost: " + host + "\r\n")).startsWith("HTTP/1.1 421");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost:8080", "127.0.0.1", "LOCALHOST", "[::1]"})
    void the_desk_knows_its_names(String host) throws IOException {
        assertThat(answer("GET /policy HTTP/1.1\r\nHost: " + host + "\r\n")).startsWith("HTTP/1.1 200");
    }

    @Test
    void forwarding_headers_of_strangers_change_nothing() throws IOException {
        String answer = answer("GET /tickets HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-Host: evil.example\r\n"
                + "X-Forwarded-Proto: https\r\nX-Forwarded-For: 192.0.2.9\r\nForwarded: host=evil.example\r\n"
                + "X-Remote-User: emil@desk.example\r\n");
        assertThat(answer)
                .startsWith("HTTP/1.1 302")
                .contains("Location: /sign-in")
                .doesNotContain("evil.example");
    }

    /** Whoever could choose their network would have as many tries as there are addresses. */
    @Test
    void tries_are_counted_by_where_they_come_from_and_not_by_what_they_say() throws IOException {
        String form = "email=nobody%40nowhere.example&password=x";
        Visitor thief = new Visitor(port);
        thief.get("/sign-in");
        String tried = "";
        for (int i = 0; i < 22 && !tried.contains("later="); i++) {
            String body = form + i + "&_csrf=" + URLEncoder.encode(thief.hidden("_csrf"), StandardCharsets.UTF_8);
            tried = answer(
                    "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 192.0.2." + i
                            + "\r\nX-Real-IP: 192.0.2." + i + "\r\nForwarded: for=192.0.2." + i + "\r\nCookie: SESSION="
                            + thief.session()
                            + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                            + body.length() + "\r\n",
                    body);
        }
        assertThat(tried).contains("Location: /sign-in?later=");
        assertThat(database.sql("select count(*) from bucket where id like '%192.0.2.%'")
                        .query(Long.class)
                        .single())
                .isZero();
        database.sql("delete from bucket").update();
    }

    @Test
    void without_TLS_the_cookie_of_a_session_is_hidden_from_scripts_and_other_sites_all_the_same() throws IOException {
        String cookie = answer("GET /sign-in HTTP/1.1\r\nHost: localhost\r\n")
                .lines()
                .filter(line -> line.startsWith("Set-Cookie: SESSION="))
                .findFirst()
                .orElseThrow();
        assertThat(cookie.split("; *"))
                .contains("Path=/", "HttpOnly", "SameSite=Lax")
                .doesNotContain("Secure");
    }

    @Test
    void links_in_letters_hold_the_desks_own_address() {
        Visitor visitor = new Visitor(port);
        visitor.get("/password");
        visitor.post("/password", Map.of("email", "edith@brightwater.example"));
        assertThat(new Letterbox(database).newest("edith@brightwater.example"))
                .contains("http://localhost:8080/password/");
        database.sql("delete from bucket").update();
    }
}
