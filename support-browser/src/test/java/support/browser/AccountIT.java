package support.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import support.testing.CodeApp;
import support.testing.SettableClock;

/** Accounts from their opening to their end, by the keyboard alone. */
@BrowserTest
class AccountIT {
    private static final String NORA = "nora@quist.example";
    private static final String OLAF = "olaf@nordlicht.example";
    private static final String FIRST = "lantern gravel otter mosaic";
    private static final String SECOND = "copper thistle violin harbour";
    private static final Pattern LINK = Pattern.compile("https?://[^/\\s]+(/\\S+)");

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @Autowired
    SettableClock clock;

    @Test
    void somebody_registers_adds_an_app_for_codes_loses_the_password_and_goes() {
        try (Person nora = new Person(port)) {
            register(nora);
            CodeApp app = addCodeApp(nora);
            signOut(nora);
            signIn(nora, FIRST, app);
            signOut(nora);
            newPassword(nora);
            signIn(nora, SECOND, app);
            erase(nora);
            nora.assertQuietConsole();
        }
    }

    @Test
    void a_manager_invites_a_colleague_who_opens_an_account_and_is_in() {
        try (Person marta = new Person(port).signedIn("marta@nordlicht.example")) {
            marta.open("/organisation");
            marta.enter(AriaRole.BUTTON, "Invite a colleague");
            assertThat(marta.page.locator("h1")).hasText("Invite a colleague");
            marta.assertNobodyIsShutOut();
            marta.type("Mail address", OLAF);
            marta.enter(AriaRole.BUTTON, "Send the invitation");
            assertThat(marta.page.locator("main")).containsText(OLAF);
            marta.assertNobodyIsShutOut();
            marta.assertQuietConsole();
        }
        try (Person olaf = new Person(port, ColorScheme.DARK, 320)) {
            olaf.open(link(OLAF));
            assertThat(olaf.page.locator("main")).containsText(OLAF);
            olaf.assertNobodyIsShutOut();
            olaf.type("Your name", "Olaf Brandt");
            olaf.tabTo(olaf.page.locator("#password"));
            olaf.page.keyboard().type(FIRST);
            olaf.enter(AriaRole.BUTTON, "Open the account");
            assertThat(olaf.page.locator("h1")).hasText("Your tickets");
            olaf.assertQuietConsole();
        }
    }

    private void register(Person nora) {
        nora.open("/sign-in");
        nora.enter(AriaRole.LINK, "Open an account");
        nora.type("Mail address", NORA);
        nora.enter(AriaRole.BUTTON, "Send the link");
        assertThat(nora.page.locator("p.notice")).containsText("A letter is on its way");
        nora.open(link(NORA));
        nora.assertNobodyIsShutOut();
        nora.type("Your name", "Nora Quist");
        nora.type("Your company", "Quist & Sons");
        nora.tabTo(nora.page.locator("#password"));
        nora.page.keyboard().type(FIRST);
        nora.enter(AriaRole.BUTTON, "Open the account");
        assertThat(nora.page.locator("h1")).hasText("Your tickets");
    }

    private CodeApp addCodeApp(Person nora) {
        nora.open("/account/security");
        nora.enter(AriaRole.BUTTON, "Add an app for codes");
        assertThat(nora.page.locator(".qr")).isVisible();
        CodeApp app = new CodeApp(nora.page.locator(".qr__key").textContent());
        nora.type("Code of your app", app.code(clock.instant()));
        nora.enter(AriaRole.BUTTON, "Add the app");
        assertThat(nora.page.locator(".recovery li")).hasCount(10);
        nora.assertNobodyIsShutOut();
        nora.enter(AriaRole.BUTTON, "I have kept them");
        return app;
    }

    private void signIn(Person nora, String password, CodeApp app) {
        clock.advance(Duration.ofMinutes(1));
        nora.open("/sign-in");
        nora.type("Mail address", NORA);
        nora.type("Password", password);
        nora.enter(AriaRole.BUTTON, "Sign in");
        assertThat(nora.page.locator("h1")).hasText("Second step");
        nora.assertNobodyIsShutOut();
        nora.type("Code of your app", app.code(clock.instant()));
        nora.enter(AriaRole.BUTTON, "Sign in");
        assertThat(nora.page.locator("h1")).hasText("Your tickets");
    }

    private void newPassword(Person nora) {
        nora.open("/sign-in");
        nora.enter(AriaRole.LINK, "Password lost?");
        nora.type("Mail address", NORA);
        nora.enter(AriaRole.BUTTON, "Send the link");
        assertThat(nora.page.locator("p.notice")).containsText("A letter is on its way");
        nora.open(link(NORA));
        nora.assertNobodyIsShutOut();
        nora.tabTo(nora.page.locator("#password"));
        nora.page.keyboard().type(SECOND);
        nora.enter(AriaRole.BUTTON, "Set a new password");
        assertThat(nora.page.locator("p.notice")).containsText("It has changed");
    }

    private static void erase(Person nora) {
        nora.open("/account/security/data");
        nora.assertNobodyIsShutOut();
        nora.type("Enter the word \"erase\" to confirm", "erase");
        nora.enter(AriaRole.BUTTON, "Erase for good");
        assertThat(nora.page.locator("p.notice")).containsText("Your account is erased");
    }

    private static void signOut(Person nora) {
        nora.enter(AriaRole.BUTTON, "Sign out");
        assertThat(nora.page.locator("h1")).hasText("Sign in");
    }

    /** The path of the link in the newest letter to somebody that has one. */
    private String link(String recipient) {
        String text = database.sql("select body_text from letter where recipient = :recipient and secret is not null"
                        + " order by xmin::text::bigint desc limit 1")
                .param("recipient", recipient)
                .query((row, n) -> row.getString(1))
                .single();
        Matcher link = LINK.matcher(text);
        if (!link.find()) {
            throw new IllegalStateException("no link in " + text);
        }
        return link.group(1);
    }
}
