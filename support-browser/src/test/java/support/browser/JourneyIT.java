package support.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Clock;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import support.testing.SettableClock;
import support.testing.TestTime;

/** Customer, agent, customer: the job that the desk is for. */
@BrowserTest
class JourneyIT {
    @LocalServerPort
    int port;

    @Autowired
    SettableClock clock;

    @Test
    void a_customer_raises_a_ticket_and_the_desk_answers_it_in_time() {
        try (Person marta = new Person(port).signedIn("marta@nordlicht.example");
                Person ada = new Person(port).signedIn("ada@desk.example")) {
            String ticket = raise(marta);
            answer(ada, ticket);
            marta.open(ticket);
            assertThat(marta.page.locator(".promise")).containsText("Kept");
            assertThat(marta.page.locator("#latest")).containsText("rebuild the cache");
            marta.press("This is solved");
            assertThat(marta.page.locator(".standing")).containsText("This ticket is done");
            marta.page.getByLabel("Your reply").fill("It came back.");
            marta.press("Reply and reopen");
            assertThat(marta.page.locator(".standing")).containsText("It is our turn");
            marta.assertQuietConsole();
            ada.assertQuietConsole();
        }
    }

    private static String raise(Person marta) {
        marta.open("/tickets/new");
        marta.page.locator("#app").selectOption(new SelectOption().setLabel("Canvas Intranet"));
        marta.page.getByText("Some people cannot work").click();
        assertThat(marta.page.locator(".choice:has(#severity-LEVEL_2)")).containsText("Mon 18 Jun, 14:00 CEST");
        marta.page.getByLabel("Summary").fill("Tiles stay empty");
        marta.page.getByLabel("Description").fill("Since **today**");
        marta.page
                .getByLabel("Add files")
                .setInputFiles(new FilePayload("log.txt", "text/plain", "x".getBytes(StandardCharsets.UTF_8)));
        marta.press("Preview");
        assertThat(marta.page.locator(".preview strong")).hasText("today");
        marta.press("Send");
        assertThat(marta.page.locator("h1")).containsText("We have your ticket SUP-");
        assertThat(marta.page.locator("main")).containsText("4:00 = Level 2");
        marta.page.getByText("Open the ticket").click();
        assertThat(marta.page.locator(".message")).containsText("log.txt");
        return URI.create(marta.page.url()).getPath();
    }

    private static void answer(Person ada, String ticket) {
        ada.open("/queue");
        String number = ticket.substring(ticket.lastIndexOf('/') + 1);
        assertThat(ada.page.locator("tr", new Page.LocatorOptions().setHasText(number)))
                .containsText(Pattern.compile("4 h left"));
        ada.page.getByText(number).click();
        ada.press("Take it");
        ada.page.locator("#note summary").click();
        ada.page.getByLabel("Note, for the desk only").fill("known since 4.2");
        ada.press("Add internal note");
        assertThat(ada.page.locator(".message--internal")).containsText("known since 4.2");
        ada.page.getByLabel("Public reply").fill("We rebuild the cache for you.");
        ada.press("Send to customer");
        assertThat(ada.page.locator(".promise")).containsText("Kept");
    }

    @Test
    void the_due_times_go_when_an_idea_is_chosen_and_come_back() {
        try (Person marta = new Person(port).signedIn("marta@nordlicht.example")) {
            marta.open("/tickets/new");
            marta.page.locator("#type-IDEA").check();
            assertThat(marta.page.locator("#due")).containsText("An idea carries no due time");
            marta.page.locator("#type-BUG_REPORT").check();
            assertThat(marta.page.locator("#due")).containsText("Nobody can work");
        }
    }

    @Test
    void a_long_story_does_not_keep_the_due_times_from_following_the_type() {
        try (Person marta = new Person(port).signedIn("marta@nordlicht.example")) {
            marta.open("/tickets/new");
            marta.page.getByLabel("Description").fill("long ".repeat(9_000));
            marta.page.locator("#type-IDEA").check();
            assertThat(marta.page.locator("#due")).containsText("An idea carries no due time");
        }
    }

    @Test
    void the_due_times_follow_the_clock_and_take_nothing_from_whoever_is_writing() {
        try (Person marta = new Person(port).signedIn("marta@nordlicht.example")) {
            marta.page.clock().install();
            marta.open("/tickets/new");
            marta.page.getByText("Why then?").click();
            marta.page.locator("#severity-LEVEL_2").check();
            marta.page.locator("#severity-LEVEL_2").focus();
            clock.advance(Duration.ofMinutes(7));
            marta.page.clock().fastForward(61_000);
            assertThat(marta.page.locator("#due-LEVEL_2")).containsText("Mon 18 Jun, 14:07 CEST");
            assertThat(marta.page.locator("#receipts")).containsText("Mon 18 Jun, 14:07 CEST");
            assertThat(marta.page.locator("#receipts")).isVisible();
            assertThat(marta.page.locator("#severity-LEVEL_2")).isChecked();
            assertThat(marta.page.locator("#severity-LEVEL_2")).isFocused();
            marta.assertQuietConsole();
        } finally {
            clock.set(TestTime.MONDAY_AT_TEN);
        }
    }

    @Test
    void times_say_on_hover_how_far_off_they_are() {
        try (Person ada = new Person(port).signedIn("ada@desk.example")) {
            ada.page.clock().install(new Clock.InstallOptions().setTime("2035-06-18T10:30:00Z"));
            ada.open("/policy");
            ada.page.evaluate("document.querySelector('time').dateTime = '2035-06-18T08:15Z'");
            ada.page.clock().fastForward(60_000);
            assertThat(ada.page.locator("time").first()).hasAttribute("title", "2 hours ago");
            ada.page.evaluate("document.querySelector('time').dateTime = '2035-06-21T10:31Z'");
            ada.page.clock().fastForward(60_000);
            assertThat(ada.page.locator("time").first()).hasAttribute("title", "in 2 days");
        }
    }

    @Test
    void a_partner_in_another_zone_reads_due_times_in_both() {
        try (Person robin = new Person(port).signedIn("robin@pinecrest.example")) {
            robin.open("/tickets/new");
            assertThat(robin.page.locator(".choice:has(#severity-LEVEL_1)")).containsText("11:00 CEST");
            assertThat(robin.page.locator(".choice:has(#severity-LEVEL_1)")).containsText("04:00 CDT your time");
            robin.open("/lane");
            assertThat(robin.page.locator("h1")).hasText("Fast Lane");
        }
    }

    @Test
    void a_manager_invites_a_colleague_who_sees_shared_tickets_until_removed() {
        try (Person marta = new Person(port).signedIn("marta@nordlicht.example");
                Person emil = new Person(port).signedIn("emil@desk.example");
                Person quinn = new Person(port)) {
            String ticket = raise(marta);
            marta.page
                    .getByText("Organisation", new Page.GetByTextOptions().setExact(true))
                    .click();
            marta.page.getByText("Invite a colleague").click();
            marta.page.getByLabel("Mail address").fill("quinn@nordlicht.example");
            marta.press("Send the invitation");
            assertThat(marta.page.locator(".notice")).containsText("on its way");
            open(quinn, link(emil, "quinn@nordlicht.example"));
            quinn.open(ticket);
            assertThat(quinn.page.locator("h1")).containsText("Tiles stay empty");
            remove(marta, "Quinn Hale");
            quinn.open(ticket);
            assertThat(quinn.page.locator("h1")).hasText("Sign in");
            marta.assertQuietConsole();
        }
    }

    /** Letters of a desk without a mail server are read in the outbox. */
    private static String link(Person emil, String address) {
        emil.open("/outbox");
        emil.page
                .locator("tr", new Page.LocatorOptions().setHasText(address))
                .first()
                .locator("a")
                .click();
        Matcher link = Pattern.compile("/invitation/\\S+")
                .matcher(emil.page.locator(".letter-text").textContent());
        assertTrue(link.find());
        return link.group();
    }

    private static void open(Person quinn, String link) {
        quinn.open(link);
        quinn.page.getByLabel("Your name").fill("Quinn Hale");
        quinn.page.getByLabel("New password").fill("lantern gravel otter mosaic");
        quinn.press("Open the account");
        assertThat(quinn.page.locator("h1")).hasText("Your tickets");
    }

    private static void remove(Person marta, String name) {
        marta.open("/organisation");
        marta.page.getByText(name).click();
        marta.press("Remove from the organisation");
        assertThat(marta.page.locator(".notice")).containsText("The person is out");
        assertThat(marta.page.locator("tr", new Page.LocatorOptions().setHasText(name)))
                .containsText("No access");
    }
}
