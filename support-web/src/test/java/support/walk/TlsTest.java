package support.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import support.testing.TestDatabase;
import support.testing.TestTime;

/** A desk that the world reaches by TLS: its cookie and its headers say so. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "desk.public-url=https://desk.example",
            "desk.demo.tickets=0",
            "logging.level.org.testcontainers=off"
        })
@Import({TestDatabase.class, TestTime.class})
class TlsTest {
    @LocalServerPort
    int port;

    private HttpResponse<String> page(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void the_cookie_is_for_this_host_and_tls_alone() throws Exception {
        assertThat(page("/sign-in").headers().firstValue("Set-Cookie").orElse(""))
                .startsWith("__Host-SESSION=")
                .contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Domain");
    }

    @Test
    void browsers_are_told_to_stay_with_tls_and_to_run_nothing_foreign() throws Exception {
        var headers = page("/policy").headers();
        assertThat(headers.firstValue("Strict-Transport-Security")).hasValue("max-age=31536000 ; includeSubDomains");
        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(headers.firstValue("Server")).isEmpty();
    }

    @Test
    void programs_are_told_the_same() throws Exception {
        var headers = page("/api/v1/me").headers();
        assertThat(headers.firstValue("Strict-Transport-Security")).hasValue("max-age=31536000 ; includeSubDomains");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(headers.firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void what_belongs_to_operators_is_not_on_the_public_port() throws Exception {
        for (String path : new String[] {
            "/actuator",
            "/actuator/health",
            "/actuator/env",
            "/actuator/heapdump",
            "/h2",
            "/swagger-ui.html",
            "/.git/config"
        }) {
            HttpResponse<String> answer = page(path);
            assertThat(answer.statusCode()).as(path).isIn(302, 404);
            assertThat(answer.headers().firstValue("Location").orElse("/sign-in"))
                    .as(path)
                    .startsWith("/sign-in");
        }
    }
}
