package support.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.util.TestSocketUtils;
import support.testing.SettableClock;
import support.testing.TestTime;

/** Passkeys of a device that Chromium plays, on the pages as they are, with their content policy. */
@BrowserTest
class PasskeyIT {
    private static final String EDITH = "edith@brightwater.example";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @Autowired
    SettableClock clock;

    /** Passkeys work only at the address that the desk knows as its own. */
    @DynamicPropertySource
    static void address(DynamicPropertyRegistry properties) {
        int free = TestSocketUtils.findAvailableTcpPort();
        properties.add("server.port", () -> free);
        properties.add("desk.public-url", () -> "http://localhost:" + free);
    }

    @AfterEach
    void forget() {
        clock.set(TestTime.MONDAY_AT_TEN);
        database.sql("delete from passkey").update();
    }

    /** The device says yes at once, also when the browser only offers it in a list: so here the browser has no such list. */
    private Person withoutOffers() {
        return withoutOffers(new Person(port));
    }

    private static Person withoutOffers(Person person) {
        person.page.addInitScript("PublicKeyCredential.isConditionalMediationAvailable = async () => false");
        return person;
    }

    private static void add(Person person) {
        person.open("/account/security");
        person.type("Name for the passkey By which you know it again, such as the device that holds it", "Key ring");
        person.enter(AriaRole.BUTTON, "Add a passkey");
        assertThat(person.page.locator("main")).containsText("The passkey is added.");
        assertThat(person.page.locator("main")).containsText("Key ring");
    }

    @Test
    void a_customer_adds_a_passkey_and_signs_in_and_shows_herself_again_by_keys_alone() {
        try (Person edith = withoutOffers().signedIn(EDITH)) {
            VirtualDevice.of(edith);
            add(edith);
            edith.assertNobodyIsShutOut();
            edith.signOut();
            edith.enter(AriaRole.BUTTON, "Sign in with a passkey");
            edith.page.waitForURL(url -> !url.contains("/sign-in"));
            assertThat(edith.page.locator("h1")).hasText("Your tickets");

            clock.advance(Duration.ofMinutes(16));
            edith.open("/account/security");
            assertThat(edith.page.locator("h1")).hasText("Show that it is you");
            edith.assertNobodyIsShutOut();
            edith.enter(AriaRole.BUTTON, "Use a passkey");
            assertThat(edith.page.locator("main")).containsText("Key ring");
            edith.assertQuietConsole();
        }
    }

    @Test
    void an_agent_sets_up_a_passkey_in_place_of_an_app_and_uses_it_as_second_step() {
        database.sql("""
                        insert into person (email, name, role, password)
                        select 'nils@desk.example', 'Nils Fall', 'AGENT', password from person where email = 'ada@desk.example'
                        """).update();
        try (Person nils = withoutOffers(new Person(port, ColorScheme.DARK, 320))) {
            VirtualDevice.of(nils);
            nils.typedPassword("nils@desk.example");
            nils.open("/queue");
            assertThat(nils.page.locator("h1")).hasText("Add an app for codes");
            nils.assertNobodyIsShutOut();
            nils.press("Add a passkey");
            nils.page.waitForURL("**/queue");
            assertThat(nils.page.locator("h1")).hasText("Queue");
            nils.signOut();
            nils.typedPassword("nils@desk.example");
            nils.open("/queue");
            assertThat(nils.page.locator("h1")).hasText("Second step");
            nils.assertNobodyIsShutOut();
            nils.press("Use a passkey");
            nils.page.waitForURL("**/queue");
            nils.assertQuietConsole();
        }
    }

    @Test
    void the_browser_offers_the_passkey_in_the_field_of_the_address() {
        try (Person edith = new Person(port).signedIn(EDITH)) {
            VirtualDevice.of(edith);
            add(edith);
            edith.signOut();
            edith.page.waitForURL(url -> !url.contains("/sign-in"));
            assertThat(edith.page.locator("h1")).hasText("Your tickets");
            edith.assertQuietConsole();
        }
    }

    @Test
    void a_copy_whose_counter_is_behind_is_refused() {
        try (Person edith = withoutOffers().signedIn(EDITH)) {
            VirtualDevice device = VirtualDevice.of(edith);
            add(edith);
            JsonObject copy = device.passkey();
            edith.signOut();
            edith.press("Sign in with a passkey");
            edith.page.waitForURL(url -> !url.contains("/sign-in"));
            edith.signOut();
            device.replace(copy);
            edith.press("Sign in with a passkey");
            assertThat(edith.page.getByRole(AriaRole.ALERT)).containsText("That passkey could not be used");
            edith.assertNobodyIsShutOut();
        }
    }

    @Test
    void who_stops_or_is_elsewhere_is_told_so() {
        try (Person edith = withoutOffers()) {
            VirtualDevice device = VirtualDevice.of(edith);
            device.fails();
            edith.open("/sign-in");
            edith.press("Sign in with a passkey");
            assertThat(edith.page.locator(".passkey__says")).containsText("That was stopped");
            edith.page.navigate("http://127.0.0.1:" + port + "/sign-in");
            edith.press("Sign in with a passkey");
            assertThat(edith.page.locator(".passkey__says")).containsText("only at http://localhost:" + port);
        }
    }
}
