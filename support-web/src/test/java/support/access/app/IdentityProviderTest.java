package support.access.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import support.testing.SettableClock;
import support.testing.TestProvider;
import support.testing.TestTime;

/** Getting to know the provider, over HTTP. */
class IdentityProviderTest {
    private static final SettableClock CLOCK = SettableClock.at(TestTime.MONDAY_AT_TEN);

    private final TestProvider provider = TestProvider.start(CLOCK);
    private final IdentityProvider known = new IdentityProvider(
            settings(provider.issuer(), TestProvider.CLIENT),
            new ProviderHttp(),
            URI.create("https://desk.example"),
            CLOCK);

    @AfterEach
    void stop() {
        provider.close();
    }

    private static OidcSettings settings(String issuer, String client) {
        return new OidcSettings(issuer, client, TestProvider.SECRET, "the provider", false, Set.of());
    }

    @Test
    void a_provider_that_is_away_is_asked_again_at_the_next_sign_in() {
        provider.goAway();
        assertRefused();
        provider.behave();
        assertThat(known.known().registration().getRedirectUri())
                .isEqualTo("https://desk.example/sign-in/single-sign-on/return");
        provider.goAway();
        assertThat(known.known()).as("what it said is kept").isNotNull();
    }

    @Test
    void a_provider_that_calls_itself_otherwise_is_not_trusted() {
        provider.callItself("https://elsewhere.example");
        assertRefused();
    }

    private void assertRefused() {
        assertThatThrownBy(known::known)
                .isInstanceOfSatisfying(
                        SignOnRefused.class, e -> assertThat(e.why()).isEqualTo(SignOnRefused.Why.AWAY));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://provider.example | desk | https://",
                "ftp://provider.example  | desk | https://",
                "https://provider.example| ''   | DESK_OIDC_CLIENT_ID"
            })
    void settings_that_are_not_safe_or_not_whole_stop_the_start(String issuer, String client, String told) {
        assertThatThrownBy(() -> settings(issuer, client))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(told);
    }
}
