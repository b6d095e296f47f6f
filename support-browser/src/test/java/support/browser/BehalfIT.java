package support.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A partner files for an end customer, who opens an account by the letter, agrees, reads along, and takes it back. */
@BrowserTest
class BehalfIT {
    private static final Pattern LINK = Pattern.compile("/consent/\\S+");

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @Test
    void an_end_customer_lets_a_partner_read_and_ends_it() {
        String contact = "kim@alderfen.example";
        try (Person lena = new Person(port).signedIn("lena@maplework.example");
                Person kim = new Person(port, ColorScheme.DARK, 390);
                Person ada = new Person(port).signedIn("ada@desk.example")) {
            String ticket = file(lena, contact);
            assertThat(lena.page.locator("main")).containsText("Alderfen Mills has not agreed yet");
            lena.assertNobodyIsShutOut();

            ada.open(ticket);
            assertThat(ada.page.locator("main"))
                    .containsText("Filed by Lena Forst of Maplework Consulting for Alderfen Mills");
            ada.page.getByLabel("Public reply").fill("Empty the cache of the board.");
            ada.press("Send to customer");
            lena.open(ticket);
            assertThat(lena.page.locator("main")).not().containsText("Empty the cache");

            agree(kim, contact);
            lena.open(ticket);
            assertThat(lena.page.locator("main")).containsText("Empty the cache");
            lena.assertNobodyIsShutOut();
            kim.open(ticket);
            assertThat(kim.page.locator("main")).containsText("Empty the cache");
            kim.assertNobodyIsShutOut();

            kim.page.getByText("What this partner may do for you").click();
            kim.press("Take the consent back");
            assertThat(kim.page.locator("main")).containsText("Taken back");
            kim.assertNobodyIsShutOut();
            lena.open(ticket);
            assertThat(lena.page.locator("main")).containsText("Alderfen Mills has taken its consent back");
            assertThat(lena.page.locator("main")).containsText("Boards stay empty");
            assertThat(lena.page.locator("main")).not().containsText("Empty the cache");
            lena.assertQuietConsole();
            kim.assertQuietConsole();
        }
    }

    private static String file(Person lena, String contact) {
        lena.open("/tickets/new");
        lena.page.getByLabel("You ask for").selectOption("0");
        lena.page.getByText("The end customer, and who reads the ticket").click();
        lena.page
                .getByLabel("Company", new Page.GetByLabelOptions().setExact(true))
                .fill("Alderfen Mills");
        lena.page.getByLabel("Mail address of somebody there").fill(contact);
        lena.page.locator("#app").selectOption(new SelectOption().setLabel("Canvas Intranet"));
        lena.page.getByText("Annoying, there is a workaround").click();
        lena.page.getByLabel("Summary").fill("Boards stay empty");
        lena.page.locator("#description").fill("Since the update of this morning.");
        lena.press("Send");
        assertThat(lena.page.locator("main")).containsText("We have your ticket");
        return URI.create(lena.page.url()).getPath().replace("/confirmation", "");
    }

    private void agree(Person kim, String contact) {
        String letter = database.sql("select body_text from letter where recipient = :contact")
                .param("contact", contact)
                .query(String.class)
                .single();
        Matcher link = LINK.matcher(letter);
        if (!link.find()) {
            throw new IllegalStateException(letter);
        }
        kim.open(link.group());
        assertThat(kim.page.locator("main"))
                .containsText("Maplework Consulting may file requests with us for your company");
        kim.assertNobodyIsShutOut();
        kim.page.getByText("Open an account and decide").click();
        kim.page.getByLabel("Your name").fill("Kim Alder");
        kim.page.getByLabel("Your company").fill("Alderfen Mills Ltd");
        kim.page.locator("[name=password]").fill("lantern gravel otter mosaic");
        kim.press("Open the account");
        kim.page
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Maplework Consulting"))
                .click();
        kim.press("Agree");
        assertThat(kim.page.locator("main")).containsText("What you agreed to");
    }
}
