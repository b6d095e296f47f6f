package support.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** A desk that is reached over TLS, with a port for those who look after it. */
@DeskTest
@TestPropertySource(properties = {"desk.public-url=https://desk.example", "management.server.port=0"})
class TlsTest {
    @LocalServerPort
    int port;

    @Value("${local.management.port}")
    int managementPort;

    private static HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            URI address = URI.create("http://localhost:" + port + path);
            return http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void the_cookie_of_a_session_goes_nowhere_but_to_this_desk_over_TLS() throws Exception {
        String cookie = get(port, "/sign-in").headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie.split("; *"))
                .anyMatch(part -> part.startsWith("__Host-SESSION="))
                .contains("Path=/", "Secure", "HttpOnly", "SameSite=Lax")
                .noneMatch(part -> part.startsWith("Domain"));
    }

    @Test
    void browsers_are_told_to_stay_with_tls_and_to_run_nothing_foreign() throws Exception {
        var headers = get(port, "/policy").headers();
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
        var headers = get(port, "/api/v1/me").headers();
        assertThat(headers.firstValue("Strict-Transport-Security")).hasValue("max-age=31536000 ; includeSubDomains");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(headers.firstValue("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator",
                "/actuator/health",
                "/actuator/health/readiness",
                "/actuator/env",
                "/actuator/heapdump",
                "/h2",
                "/swagger-ui.html",
                "/.git/config"
            })
    void visitors_see_nothing_of_what_is_for_operators(String path) throws Exception {
        HttpResponse<String> answer = get(port, path);
        assertThat(answer.statusCode()).isNotEqualTo(200);
        assertThat(answer.body()).doesNotContain("UP");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health/liveness", "/actuator/health/readiness"})
    void whoever_looks_after_the_desk_sees_that_it_is_up_and_no_more(String path) throws Exception {
        assertThat(get(managementPort, path).body()).isEqualTo("{\"status\":\"UP\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/env", "/actuator/beans", "/actuator/heapdump", "/actuator/loggers", "/policy"})
    void nothing_else_is_on_that_port(String path) throws Exception {
        assertThat(get(managementPort, path).statusCode()).isNotEqualTo(200);
    }
}
