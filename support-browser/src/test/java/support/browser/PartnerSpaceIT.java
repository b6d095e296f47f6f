package support.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Partners come to their space: they take a code, book the last seat, and have a certificate that others verify. */
@BrowserTest
class PartnerSpaceIT {
    @LocalServerPort
    int port;

    private Person person(String email) {
        return new Person(port, ColorScheme.LIGHT, 1280).signedIn(email);
    }

    private static void follow(Person person, String name) {
        person.page
                .getByRole(
                        AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }

    @Test
    void a_partner_takes_a_code_for_a_customer() {
        try (Person lena = person("lena@maplework.example")) {
            lena.open("/space");
            follow(lena, "Take one, see all");
            first(lena, "Take a code of Move to Canvas").click();
            lena.press("Take it");
            assertThat(lena.page.locator("main")).containsText("Enter the name of the customer");
            lena.assertNobodyIsShutOut();
            lena.page.getByLabel("Customer").fill("Vole & Daughters");
            lena.press("Take it");
            assertThat(lena.page.locator("main")).containsText("This is the code");
            assertThat(lena.page.locator(".code-large")).hasText(Pattern.compile("[0-9A-Z]{12}"));
            assertThat(lena.page.locator("main")).containsText("for Vole & Daughters, until");
            lena.assertNobodyIsShutOut();
            lena.assertQuietConsole();
        }
    }

    @Test
    void the_second_who_wants_the_last_seat_waits_and_moves_up_when_it_is_given_back() {
        try (Person lena = person("lena@maplework.example");
                Person nils = person("nils@maplework.example")) {
            lena.open("/training/1");
            nils.open("/training/1");
            first(lena, "Book a seat").click();
            assertThat(lena.page.locator("main")).containsText("You have a seat. We have sent you a letter.");
            first(nils, "Book a seat").click();
            assertThat(nils.page.locator("main")).containsText("You are first on the waiting list");
            nils.assertNobodyIsShutOut();
            first(lena, "Give the seat back").click();
            nils.page.reload();
            assertThat(nils.page.locator("main")).not().containsText("You are first on the waiting list");
            assertThat(first(nils, "Give the seat back")).isVisible();
            nils.assertQuietConsole();
        }
    }

    private static Locator first(Person person, String button) {
        return person.page
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .first();
    }

    @Test
    void whoever_has_done_a_course_has_a_certificate_that_a_stranger_verifies() {
        String address;
        try (Person robin = person("robin@pinecrest.example")) {
            robin.open("/training/2");
            for (String part : List.of("Ten questions and answers", "A demonstration (video, 20 min)")) {
                first(robin, "Mark \"" + part + "\" as done").click();
                assertThat(first(robin, "\"" + part + "\" is not done yet")).isVisible();
            }
            first(robin, "Its page").click();
            robin.page.waitForURL("**/certificates/*");
            address = URI.create(robin.page.url()).getPath();
        }
        try (Person stranger = new Person(port, ColorScheme.LIGHT, 390)) {
            stranger.open(address);
            assertThat(stranger.page.locator("main")).containsText("and counts");
            assertThat(stranger.page.locator("main")).containsText("Robin Hale");
            assertThat(stranger.page.locator("main")).containsText("Selling Canvas");
            stranger.assertNobodyIsShutOut();
            stranger.assertQuietConsole();
        }
    }
}
