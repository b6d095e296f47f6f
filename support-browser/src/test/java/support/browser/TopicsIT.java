package support.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is known already is found while one types, and told when it is over. */
@BrowserTest
class TopicsIT {
    @LocalServerPort
    int port;

    private Person person(String email) {
        return new Person(port, ColorScheme.LIGHT, 1280).signedIn(email);
    }

    /** So that it is covered, whatever they said of it last. */
    private static void sayWhereSignpostRuns(Person jonas) {
        jonas.page.evaluate("document.querySelector('#about').dataset.before = 'yes'");
        jonas.page.locator("#app").selectOption(new SelectOption().setLabel("Signpost Navigation for Confluence"));
        assertThat(jonas.page.locator("#about:not([data-before])")).isAttached();
        if (jonas.page.locator("#about").getAttribute("open") == null) {
            jonas.page.locator("#about > summary").click();
        }
        jonas.page.getByLabel("App version").fill("3.2");
        jonas.page.locator("[id='about.hosting']").selectOption(new SelectOption().setLabel("Data Center"));
        jonas.page.locator("[id='about.host']").selectOption(new SelectOption().setLabel("Confluence"));
        jonas.page.getByLabel("Its version").first().fill("9.4.1");
    }

    @Test
    void a_customer_finds_what_is_known_while_typing_and_says_that_it_happens_to_them_too() {
        try (Person bishal = person("bishal@himal.example")) {
            bishal.open("/tickets/new");
            bishal.page.getByLabel("Summary").pressSequentially("Digest mails sent twice at midnight");
            assertThat(bishal.page.locator("#similar")).containsText("Digest mails leave twice around midnight");
            Page known = bishal.page.waitForPopup(
                    () -> bishal.page.getByText("Digest mails leave twice").click());
            known.getByText("It happens to me too").click();
            assertThat(known.locator("main")).containsText("You are counted");
            assertThat(bishal.page.getByLabel("Summary")).hasValue("Digest mails sent twice at midnight");
            bishal.assertQuietConsole();
        }
    }

    @Test
    void a_bug_report_becomes_a_known_issue_that_its_customer_sees_with_the_workaround() {
        String ticket;
        try (Person jonas = person("jonas@nordlicht.example")) {
            jonas.open("/tickets/new");
            jonas.page.getByText("Bug report").click();
            sayWhereSignpostRuns(jonas);
            jonas.page.getByText("Annoying, there is a workaround").click();
            jonas.page.getByLabel("Summary").fill("Breadcrumbs point to the wrong space");
            jonas.page.locator("#description").fill("Since the update.");
            jonas.press("Send");
            assertThat(jonas.page.locator("h1")).containsText("We have your ticket");
            ticket = URI.create(jonas.page.url()).getPath().replace("/confirmation", "");
        }
        try (Person ada = person("ada@desk.example")) {
            ada.open(ticket);
            ada.page.getByText("Add a known issue").click();
            assertThat(ada.page.getByLabel("Summary")).hasValue("Breadcrumbs point to the wrong space");
            ada.page.getByLabel("What happens").fill("Breadcrumbs keep the space from before the move.");
            ada.page.getByLabel("Workaround").fill("Save the page once more.");
            ada.page.getByLabel("Customers may read it").check();
            ada.press("Save");
            assertThat(ada.page.locator("#topics")).containsText("Breadcrumbs point to the wrong space");
            assertThat(ada.page.locator("#topics")).containsText("Confirmed");
        }
        try (Person jonas = person("jonas@nordlicht.example")) {
            jonas.open(ticket);
            assertThat(jonas.page.locator("#topics")).containsText("Save the page once more.");
            jonas.page.locator("#topics a").click();
            assertThat(jonas.page.locator("main")).containsText("We promise no date");
        }
    }
}
