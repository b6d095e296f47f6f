package support.licence.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import support.catalog.Hosting;
import support.licence.app.LicenceLookup.Found;
import support.licence.app.LicenceLookup.None;
import support.licence.app.LicenceLookup.Unavailable;

/** A service for licences that is well, slow, broken, or says nonsense. */
class HttpLicenceLookupTest {
    private final StubLicences stub = new StubLicences();

    @AfterEach
    void stop() {
        stub.close();
    }

    private HttpLicenceLookup lookup() {
        return new HttpLicenceLookup(stub.address(), "secret", Duration.ofMillis(500));
    }

    @Test
    void a_licence_is_found_and_remembered() {
        HttpLicenceLookup lookup = lookup();
        assertThat(lookup.find("SEN-77")).isInstanceOfSatisfying(Found.class, found -> {
            assertThat(found.licence().number()).isEqualTo("SEN-77");
            assertThat(found.licence().hosting()).isEqualTo(Hosting.DATA_CENTER);
        });
        lookup.find("SEN-77");
        assertThat(stub.calls()).hasValue(1);
    }

    @Test
    void one_that_is_not_there_is_none() {
        stub.answers(404, "");
        assertThat(lookup().find("../admin?x=1#")).isEqualTo(new None());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nothing", "{}", "[]", "{\"addonLicenseId\": 3}", "null", "\"x\""})
    void rubbish_is_no_answer(String rubbish) {
        stub.answers(200, rubbish);
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
        assertThat(stub.calls()).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 302, 401, 204})
    void any_other_status_is_no_answer(int answered) {
        stub.answers(answered == 204 ? 206 : answered, StubLicences.LICENCE);
        assertThat(lookup().find("SEN-1")).isEqualTo(new Unavailable());
        assertThat(stub.calls()).hasValue(1);
    }

    @Test
    void an_answer_that_does_not_end_is_not_waited_for() {
        stub.hangs();
        assertThat(lookup().find("SEN-1")).isEqualTo(new Unavailable());
    }

    @Test
    void a_service_that_keeps_failing_is_left_alone() {
        stub.answers(500, "");
        HttpLicenceLookup lookup = lookup();
        for (int i = 0; i < 30; i++) {
            assertThat(lookup.find("SEN-" + i)).isEqualTo(new Unavailable());
        }
        assertThat(stub.calls()).hasValue(10);
    }

    @Test
    void a_service_that_is_down_is_no_failure() {
        HttpLicenceLookup lookup = lookup();
        stub.close();
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
