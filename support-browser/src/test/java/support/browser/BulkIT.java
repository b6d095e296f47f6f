package support.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.KeyboardModifier;
import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One thing is done to several tickets, by the keyboard alone and with the mouse. */
@BrowserTest
class BulkIT {
    @LocalServerPort
    int port;

    @Test
    void tickets_are_selected_tagged_and_the_tag_taken_back_without_a_mouse() {
        try (Person ada = new Person(port).signedIn("ada@desk.example")) {
            ada.open("/queue?q=state:open");
            Locator bar = ada.page.locator("#bulk");
            assertThat(bar).isHidden();
            for (String key : List.of("j", "x", "j", "j", "x")) {
                ada.page.keyboard().press(key);
            }
            assertThat(bar).containsText("2 tickets selected");
            assertThat(ada.page.getByLabel("Tag", new Page.GetByLabelOptions().setExact(true)))
                    .isVisible();
            ada.assertNobodyIsShutOutInAnyLook();
            ada.page.keyboard().press("b");
            ada.page.keyboard().type("seen together");
            ada.page.keyboard().press("Enter");
            ada.page.waitForURL(url -> url.contains("/queue/bulk/done"));
            assertThat(ada.page.locator("h1")).hasText("Tag \"seen-together\" added");
            assertThat(ada.page.locator(".notice")).hasText("Done on 2 of 2 tickets");
            ada.assertNobodyIsShutOutInAnyLook();
            ada.page.keyboard().press("z");
            assertThat(ada.page.locator(".notice")).hasText("Undone on 2 of 2 tickets");
            ada.page.keyboard().press("q");
            ada.page.waitForURL("**/queue");
            assertThat(ada.page.locator(".queue .tag").getByText("seen-together"))
                    .hasCount(0);
        }
    }

    @Test
    void a_range_and_all_of_a_page_are_selected_with_the_mouse_and_an_answer_is_read_first() {
        try (Person ada = new Person(port).signedIn("ada@desk.example")) {
            ada.open("/queue");
            Locator boxes = ada.page.locator(".queue input[name=ticket]");
            Locator count = ada.page.locator(".bulk__count");
            boxes.nth(1).click();
            boxes.nth(4).click(new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.SHIFT)));
            assertThat(count).hasText("4 tickets selected");
            boxes.nth(2).click();
            assertThat(count).hasText("3 tickets selected");
            ada.page.locator("#macro").selectOption(new SelectOption().setLabel("Ask for the log"));
            ada.press("Use");
            assertThat(ada.page.locator("h1")).containsText("tickets?");
            ada.page.locator("details summary").first().click();
            ada.assertNobodyIsShutOutInAnyLook();
            ada.page.getByText("Send nothing").click();
            ada.page.waitForURL(url -> url.endsWith("/queue?q="));
            ada.page.locator("[data-all]").check();
            assertThat(count).hasText(boxes.count() + " tickets selected");
            ada.page.locator("[data-all]").uncheck();
            assertThat(ada.page.locator("#bulk")).isHidden();
        }
    }
}
