package support.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import support.SupportApplication;
import support.testing.SettableClock;
import support.testing.TestDatabase;
import support.testing.TestProvider;
import support.testing.TestTime;

/** Signing in by the button, through the provider's own page on another site, and back: by the keyboard alone. */
@ExtendWith(Browsers.class)
@SpringBootTest(
        classes = SupportApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {"desk.demo.enabled=true", "desk.demo.tickets=20", "logging.level.org.testcontainers=off"})
@Import({TestDatabase.class, TestTime.class})
class SingleSignOnIT {
    private static final TestProvider PROVIDER = TestProvider.start(SettableClock.at(TestTime.MONDAY_AT_TEN));
    /** Known before the desk starts, since the provider leads people back to the desk's public address. */
    private static final int PORT = freePort();

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("server.port", () -> PORT);
        settings.add("desk.public-url", () -> "http://localhost:" + PORT);
        settings.add("desk.oidc.issuer", PROVIDER::issuer);
        settings.add("desk.oidc.client-id", () -> TestProvider.CLIENT);
        settings.add("desk.oidc.client-secret", () -> TestProvider.SECRET);
        settings.add("desk.oidc.name", () -> "Nordlicht ID");
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    static void stop() {
        PROVIDER.close();
    }

    @Test
    void a_customer_links_it_and_signs_in_by_the_button() {
        PROVIDER.add("marta-1", Map.of("email", "marta@nordlicht.example", "email_verified", true));
        try (Person marta = new Person(PORT)) {
            marta.open("/sign-in");
            marta.assertNobodyIsShutOut();
            marta.enter(AriaRole.BUTTON, "Sign in with Nordlicht ID");
            goOnThere(marta, "marta-1");
            assertThat(marta.page.locator(".errors")).containsText("then link it in your account");
            marta.assertNobodyIsShutOut();

            marta.signedIn("marta@nordlicht.example").open("/account/security");
            marta.assertNobodyIsShutOut();
            marta.enter(AriaRole.BUTTON, "Link Nordlicht ID");
            goOnThere(marta, "marta-1");
            assertThat(marta.page.locator("main")).containsText("The single sign-on is linked");
            marta.assertQuietConsole();
        }
        try (Person marta = new Person(PORT)) {
            marta.open("/tickets?show=DONE");
            marta.enter(AriaRole.BUTTON, "Sign in with Nordlicht ID");
            goOnThere(marta, "marta-1");
            assertThat(marta.page).hasURL(Pattern.compile("/tickets\\?show=DONE$"));
            marta.assertQuietConsole();
        }
    }

    private static void goOnThere(Person person, String who) {
        person.type("Who are you", who);
        person.enter(AriaRole.BUTTON, "Continue");
    }
}
