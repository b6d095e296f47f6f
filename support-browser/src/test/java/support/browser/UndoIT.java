package support.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An agent takes back what was sent too soon. */
@BrowserTest
class UndoIT {
    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @AfterEach
    void asItWas() {
        database.sql("update person set undo_sends = null where email = 'clara@desk.example'")
                .update();
    }

    @Test
    void a_reply_is_taken_back_corrected_and_sent() {
        try (Person clara = new Person(port).signedIn("clara@desk.example")) {
            clara.open("/account/keys");
            clara.page.getByLabel("A reply can be taken back").check();
            clara.press("Save");
            clara.open("/tickets/SUP-1004");
            clara.page.getByLabel("Public reply").fill("Dear Mrta");
            clara.press("Send to customer");
            assertThat(clara.page.locator("#held .held__left")).containsText("Your reply leaves in");
            clara.assertNobodyIsShutOutInAnyLook();
            clara.press("Undo");
            assertThat(clara.page.getByLabel("Public reply")).hasValue("Dear Mrta");
            clara.page.getByLabel("Public reply").fill("Dear Marta, it is mended.");
            clara.press("Send to customer");
            clara.press("Send now");
            assertThat(clara.page.locator(".conversation > li").last()).containsText("Dear Marta, it is mended.");
            assertThat(clara.page.locator("#held")).not().isVisible();
            clara.assertQuietConsole();
        }
    }
}
