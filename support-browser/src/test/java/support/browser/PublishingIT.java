package support.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** A lead changes the opening hours, on a desk of its own: what is published stays. */
@BrowserTest
@TestPropertySource(properties = "desk.name=Desk of the lead")
class PublishingIT {
    private static final String WEDNESDAY = "Works outing on Wednesday";

    @LocalServerPort
    int port;

    @Test
    void a_lead_changes_the_hours_and_those_whose_answer_comes_later_are_told() {
        try (Person dana = new Person(port).signedIn("dana@desk.example")) {
            writeCalendar(dana);
            writeExample(dana, "2035-06-20T15:00");
            seeItRefused(dana);
            mendExample(dana);
            rehearse(dana);
            publish(dana);
            dana.assertQuietConsole();
        }
        try (Person emil = new Person(port).signedIn("emil@desk.example")) {
            emil.open("/outbox");
            emil.page
                    .locator("tr", new Page.LocatorOptions().setHasText("Due time changed"))
                    .first()
                    .getByRole(AriaRole.LINK)
                    .click();
            assertThat(emil.page.locator("main")).containsText("comes later than we said");
        }
    }

    /** A lunch break on Thursdays, and half a day. */
    private static void writeCalendar(Person dana) {
        dana.open("/terms");
        dana.page.getByText("Office hours").click();
        field(dana, "Thursday, stretch 1: closes").fill("12:00");
        field(dana, "Thursday, stretch 2: opens").fill("13:00");
        field(dana, "Thursday, stretch 2: closes").fill("17:00");
        dana.page.getByLabel("Days with other hours").fill("2035-06-20 09:00-12:00 Works outing");
        dana.page.getByLabel("Days on which we close").click();
        assertThat(dana.page.locator("#preview")).containsText("09:00-12:00, 13:00-17:00");
        dana.press("Keep the draft");
        assertThat(dana.page.locator("main")).containsText("This is a draft, last changed by Dana Ridge");
        assertThat(dana.page.locator("#year")).containsText("Works outing");
    }

    private static Locator field(Person person, String label) {
        return person.page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    private static void writeExample(Person dana, String due) {
        dana.open("/terms/examples");
        field(dana, "Written").fill("2035-06-20T11:00");
        dana.page.locator("#severity").selectOption("LEVEL_2");
        dana.page.locator("#due").fill(due);
        field(dana, "What it shows").fill(WEDNESDAY);
        dana.press("Add an example");
    }

    private static Locator example(Person dana) {
        return dana.page.locator("tr", new Page.LocatorOptions().setHasText(WEDNESDAY));
    }

    private static void seeItRefused(Person dana) {
        assertThat(example(dana)).containsText(Pattern.compile("\\bmet"));
        dana.open("/terms/publication?calendar=Office+hours");
        assertThat(dana.page.locator("main")).containsText("One example is not met");
        assertThat(dana.page.locator(".outcome")).containsText(WEDNESDAY);
        assertThat(dana.page.locator(".outcome .receipt")).containsText("Thu 21 Jun 09:00–12:00");
        assertThat(dana.page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Publish").setExact(true)))
                .isDisabled();
        dana.assertNobodyIsShutOut();
    }

    private static void mendExample(Person dana) {
        dana.open("/terms/examples");
        example(dana).getByRole(AriaRole.BUTTON).click();
        assertThat(example(dana)).hasCount(0);
        writeExample(dana, "2035-06-21T12:00");
        assertThat(example(dana)).containsText("not met");
    }

    private static void rehearse(Person dana) {
        dana.open("/terms/calendar?name=Office+hours");
        dana.page.getByText("Rehearse").click();
        dana.press("Rehearse");
        assertThat(dana.page.locator("#run .lead")).containsText("would be missed instead");
        dana.assertNobodyIsShutOut();
        dana.page.locator("td.number a").first().click();
        assertThat(dana.page.locator("tbody")).containsText("SUP-");
        dana.assertNobodyIsShutOut();
    }

    private static void publish(Person dana) {
        dana.open("/terms/publication?calendar=Office+hours");
        assertThat(dana.page.locator("main")).containsText(Pattern.compile("Moves .* due times of open tickets"));
        assertThat(dana.page.locator("main"))
                .containsText(Pattern.compile("go(es)? out, because what we promised comes later"));
        dana.press("Publish");
        assertThat(dana.page.locator("main")).containsText("It is published");
        dana.open("/terms/examples");
        assertThat(example(dana)).containsText(Pattern.compile("CEST\\s+met"));
    }
}
