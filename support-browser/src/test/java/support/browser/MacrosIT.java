package support.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An answer that is prepared, by the keyboard alone. */
@BrowserTest
class MacrosIT {
    @LocalServerPort
    int port;

    @Test
    void two_colons_insert_a_macro_where_one_writes() {
        try (Person ada = new Person(port).signedIn("ada@desk.example")) {
            ada.open("/tickets/SUP-1080");
            Locator text = ada.page.locator("#text");
            text.fill("Good morning.\n\n");
            text.press("Control+End");
            text.pressSequentially("::the lo");
            Locator offered = ada.page.locator(".completions [role=option]");
            assertThat(offered).hasText("Ask for the log");
            ada.assertNobodyIsShutOutInAnyLook();
            text.press("Enter");
            assertThat(offered).not().isVisible();
            assertThat(text).hasValue(Pattern.compile("Good morning\\.\\s+Dear [^{]*SUP-1080[^{]*Ada Brook"));
            assertThat(ada.page.locator("#next")).hasValue("WAITING_FOR_CUSTOMER");
            assertThat(ada.page.locator("#prepared")).containsText("Tags: log-wanted.");
            ada.page.getByText("Draft saved").waitFor();
            ada.page.locator("#newsBy").press("Enter"); // the first button of the form would throw the draft away
            ada.page.waitForURL("**#reply");
            assertThat(text).hasValue(Pattern.compile("Good morning.*", Pattern.DOTALL));
            assertThat(ada.page.locator("#prepared")).containsText("Tags: log-wanted.");
            text.pressSequentially("::nothing of that name");
            assertThat(offered).not().isVisible();
            text.press("Escape");
            ada.page.getByText("Draft saved").waitFor();
            ada.press("Discard the draft");
            assertThat(ada.page.locator("#prepared")).not().containsText("log-wanted");
        }
    }
}
