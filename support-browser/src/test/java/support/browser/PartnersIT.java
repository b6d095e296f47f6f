package support.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An organisation becomes a partner, and its people see at once that they are in the Fast Lane. */
@BrowserTest
class PartnersIT {
    private static final int PHONE = 390;

    @LocalServerPort
    int port;

    @Test
    void a_manager_applies_on_a_phone_and_a_lead_approves() {
        try (Person asha = new Person(port, ColorScheme.LIGHT, PHONE).signedIn("asha@himal.example");
                Person dana = new Person(port).signedIn("dana@desk.example")) {
            asha.open("/organisation");
            asha.page.getByText("Open the partnership").click();
            asha.press("Apply");
            assertThat(asha.page.getByRole(AriaRole.ALERT)).containsText("Choose as what");
            asha.page.getByText("Solution partner").first().click();
            asha.page.locator("#words").fill("We set the intranets of tea traders up.");
            asha.press("Apply");
            assertThat(asha.page.locator("main")).containsText("We have not answered yet");
            dana.open("/partners");
            dana.page.getByText("Himal Tea Traders").click();
            assertThat(dana.page.locator("main")).containsText("We set the intranets of tea traders up.");
            dana.page.locator("#first, input[name=first]").fill("2035-06-18");
            dana.page.locator("input[name=last]").fill("2035-06-17");
            dana.press("Approve");
            assertThat(dana.page.getByRole(AriaRole.ALERT)).containsText("The last day comes before the first");
            dana.page.locator("input[name=last]").fill("2036-06-17");
            dana.press("Approve");
            assertThat(dana.page.locator(".lead")).containsText("Solution partner since 18 June 2035");
            asha.open("/partnership");
            assertThat(asha.page.locator("main")).containsText("The tickets of your people enter the Fast Lane");
            asha.assertNobodyIsShutOutInAnyLook();
            asha.assertQuietConsole();
            dana.assertQuietConsole();
        }
    }
}
