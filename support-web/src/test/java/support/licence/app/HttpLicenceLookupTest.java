package support.licence.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import support.catalog.Hosting;
import support.licence.app.LicenceLookup.Found;
import support.licence.app.LicenceLookup.None;
import support.licence.app.LicenceLookup.Unavailable;

/** A service for licences that is well, slow, broken, or says nonsense. */
class HttpLicenceLookupTest {
    private static final String LICENCE = """
            {"addonLicenseId": "X1", "licenseId": "SEN-77", "addonKey": "signpost", "hosting": "Data Center",
             "licenseType": "COMMERCIAL", "status": "active", "maintenanceEndDate": "2036-01-01"}""";

    private final AtomicInteger calls = new AtomicInteger();
    private final CountDownLatch hanging = new CountDownLatch(1);
    private HttpServer server;
    private int status = 200;
    private String body = LICENCE;

    HttpLicenceLookupTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void serve() {
        server.createContext("/", exchange -> {
            calls.incrementAndGet();
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(status, 0);
            exchange.getResponseBody().write(bytes);
            if (body.equals("[")) {
                exchange.getResponseBody().flush();
                await();
            }
            exchange.close();
        });
        server.start();
    }

    private void await() {
        try {
            hanging.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void stop() {
        hanging.countDown();
        server.stop(0);
    }

    private HttpLicenceLookup lookup() {
        return new HttpLicenceLookup(
                "http://127.0.0.1:" + server.getAddress().getPort() + "/licences/{number}",
                "secret",
                Duration.ofMillis(500));
    }

    @Test
    void a_licence_is_found_and_remembered() {
        HttpLicenceLookup lookup = lookup();
        assertThat(lookup.find("SEN-77")).isInstanceOfSatisfying(Found.class, found -> {
            assertThat(found.licence().number()).isEqualTo("SEN-77");
            assertThat(found.licence().hosting()).isEqualTo(Hosting.DATA_CENTER);
        });
        lookup.find("SEN-77");
        assertThat(calls).hasValue(1);
    }

    @Test
    void one_that_is_not_there_is_none() {
        status = 404;
        assertThat(lookup().find("../admin?x=1#")).isEqualTo(new None());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nothing", "{}", "[]", "{\"addonLicenseId\": 3}", "null", "\"x\""})
    void rubbish_is_no_answer(String rubbish) {
        body = rubbish;
        assertThat(lookup().find("SEN-1")).isEqualTo(new Unavailable());
    }

    @Test
    void another_licence_is_no_answer() {
        assertThat(lookup().find("SEN-78")).isEqualTo(new Unavailable());
        assertThat(lookup().find("sen-77")).isInstanceOf(Found.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", ".."})
    void what_is_no_place_is_not_asked_for(String number) {
        assertThat(lookup().find(number)).isEqualTo(new None());
        assertThat(calls).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 302, 401, 204})
    void any_other_status_is_no_answer(int answered) {
        status = answered == 204 ? 206 : answered;
        assertThat(lookup().find("SEN-1")).isEqualTo(new Unavailable());
        assertThat(calls).hasValue(1);
    }

    @Test
    void an_answer_that_does_not_end_is_not_waited_for() {
        body = "[";
        assertThat(lookup().find("SEN-1")).isEqualTo(new Unavailable());
    }

    @Test
    void a_service_that_keeps_failing_is_left_alone() {
        status = 500;
        HttpLicenceLookup lookup = lookup();
        for (int i = 0; i < 30; i++) {
            assertThat(lookup.find("SEN-" + i)).isEqualTo(new Unavailable());
        }
        assertThat(calls).hasValue(10);
    }

    @Test
    void a_service_that_is_down_is_no_failure() {
        HttpLicenceLookup lookup = lookup();
        server.stop(0);
        assertThat(lookup.find("SEN-1")).isEqualTo(new Unavailable());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://licences.example/{number}",
                "https://{number}/x",
                "https://licences.example/x",
                "file:/x/{number}"
            })
    void an_address_that_would_not_be_safe_is_refused(String address) {
        assertThatThrownBy(() -> new HttpLicenceLookup(address, "")).isInstanceOf(IllegalArgumentException.class);
    }
}
