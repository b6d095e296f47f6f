package support.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages that agents have open all day: what others do is said on them, and nothing moves by itself. */
@BrowserTest
class DeskPageIT {
    /** A page does not look again within seconds. */
    /** News come by themselves, on a machine that may have much to do. */
    private static final ContainsTextOptions LATER = new ContainsTextOptions().setTimeout(20_000);

    private static final IsVisibleOptions SOON = new IsVisibleOptions().setTimeout(20_000);

    @LocalServerPort
    int port;

    private static Locator row(Person person, String number) {
        return person.page
                .locator(".queue tbody tr")
                .filter(new Locator.FilterOptions()
                        .setHas(person.page.getByText(number, new Page.GetByTextOptions().setExact(true))));
    }

    private static void assign(Person person, String number, String name) {
        person.open("/tickets/" + number);
        person.page.getByLabel("Assignee").selectOption(new SelectOption().setLabel(name));
        person.press("Assign");
        assertThat(person.page.getByLabel("Assignee").locator("option:checked")).hasText(name);
    }

    private static void show(Person person) {
        person.page.locator(".live__show").click();
    }

    @Test
    void the_queue_says_what_has_changed_and_shows_it_when_asked_to() {
        try (Person ada = new Person(port).signedIn("ada@desk.example");
                Person dana = new Person(port).signedIn("dana@desk.example")) {
            ada.open("/queue");
            String number =
                    ada.page.locator(".queue tbody tr .ticket-number").nth(3).textContent();
            assign(dana, number, "Nobody");
            ada.open("/queue");
            assign(dana, number, "Dana Ridge");
            assertThat(ada.page.locator(".live__says")).containsText("changed", LATER);
            assertThat(row(ada, number)).not().containsText("Dana Ridge");
            ada.assertNobodyIsShutOut();
            show(ada);
            assertThat(row(ada, number)).containsText("Dana Ridge");
            ada.assertQuietConsole();

            ada.page.context().setOffline(true);
            assign(dana, number, "Nobody");
            ada.page.context().setOffline(false);
            assertThat(ada.page.locator(".live__show")).isVisible(SOON);
            show(ada);
            assertThat(row(ada, number)).containsText("Nobody");
        }
    }

    @Test
    void a_ticket_is_found_answered_and_handed_on_without_a_mouse() {
        try (Person ada = new Person(port).signedIn("ada@desk.example")) {
            ada.open("/queue");
            ada.page.keyboard().press("j");
            ada.page.keyboard().press("j");
            ada.page.keyboard().press("ArrowDown");
            ada.page.keyboard().press("k");
            Locator second = ada.page.locator(".queue tbody tr").nth(1).locator("td > a");
            assertThat(second).isFocused();
            String number = second.locator(".ticket-number").textContent();
            ada.page.keyboard().press("?");
            assertThat(ada.page.locator("#keys")).isVisible();
            ada.assertNobodyIsShutOutInAnyLook();
            ada.page.keyboard().press("Escape");
            assertThat(second).isFocused();
            ada.page.keyboard().press("r");
            assertThat(ada.page.locator("h1")).containsText(number);
            assertThat(ada.page.getByLabel("Public reply")).isFocused();
            ada.page.keyboard().type("just a test of jkq");
            assertThat(ada.page.getByLabel("Public reply")).hasValue("just a test of jkq");
            ada.page.locator("h1").click();
            ada.page.keyboard().press("n");
            assertThat(ada.page.locator("#note-text")).isFocused();
            ada.page.locator("h1").click();
            ada.page.keyboard().press("s");
            assertThat(ada.page.locator("select[name=status]")).isFocused();
            ada.page.keyboard().press("Control+k");
            assertThat(ada.page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Find a command")))
                    .isFocused();
            ada.assertNobodyIsShutOutInAnyLook();
            ada.page.keyboard().type("assignee");
            ada.page.keyboard().press("Enter");
            assertThat(ada.page.getByLabel("Assignee")).isFocused();
            ada.page.keyboard().press("Control+k");
            ada.page.keyboard().type("sup-1003");
            ada.page.keyboard().press("Enter");
            ada.page.waitForURL("**/tickets/SUP-1003");
            ada.assertQuietConsole();
        }
    }

    @Test
    void a_ticket_says_who_else_is_there_and_what_they_wrote_and_keeps_what_is_typed() {
        try (Person ada = new Person(port).signedIn("ada@desk.example");
                Person dana = new Person(port).signedIn("dana@desk.example")) {
            ada.open("/queue");
            String ticket = ada.page.locator(".queue tbody tr a").nth(4).getAttribute("href");
            ada.open(ticket);
            ada.page.getByLabel("Public reply").fill("I am looking at");
            dana.open(ticket);
            assertThat(dana.page.locator(".live__who")).containsText("Ada Brook is writing.", LATER);
            assertThat(ada.page.locator(".live__who")).containsText("Dana Ridge is looking at this.", LATER);
            dana.page.locator("#note > summary").click();
            dana.page.locator("#note-text").pressSequentially("The log shows a full disk, @ad");
            assertThat(dana.page.locator(".completions li")).hasText("Ada Brook");
            dana.assertNobodyIsShutOutInAnyLook();
            dana.page.keyboard().press("Enter");
            assertThat(dana.page.locator("#note-text")).hasValue("The log shows a full disk, @ada.brook ");
            dana.press("Add internal note");
            assertThat(ada.page.locator(".live__says")).containsText("A new message", LATER);
            show(ada);
            assertThat(ada.page.locator(".conversation > li").last()).containsText("The log shows a full disk");
            assertThat(ada.page.getByLabel("Public reply")).hasValue("I am looking at");
            ada.assertNobodyIsShutOut();
            ada.press("Send to customer");
            assertThat(ada.page.locator(".conversation > li").last()).containsText("I am looking at");
            ada.assertQuietConsole();
        }
    }
}
