package support.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;

/** Somebody at a browser. A message on its console (a blocked script, a missing file) is a failure. */
final class Person implements AutoCloseable {
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    /** A form that comes back with its problems is what was asked for. */
    private static final String REFUSED = "status of 422";

    private static final String STICKING_OUT = """
            [...document.querySelectorAll('body *')]
                .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth)
                .map(e => e.outerHTML.slice(0, 80))""";

    private static final int MOST_TABS = 60;
    private static final int WIDE = 1280;
    private static final int NARROW = 320;
    private static final int HEIGHT = 900;

    private final BrowserContext context;
    private final String desk;
    private final List<String> console = new ArrayList<>();
    final Page page;

    /** What moves is shown at its end. */
    Person(int port, ColorScheme scheme, int width) {
        context = Browsers.browser()
                .newContext(new Browser.NewContextOptions()
                        .setColorScheme(scheme)
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setViewportSize(width, HEIGHT));
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (!message.text().contains(REFUSED)) {
                console.add(message.text());
            }
        });
        page.onPageError(console::add);
        desk = "http://localhost:" + port;
    }

    Person(int port) {
        this(port, ColorScheme.LIGHT, WIDE);
    }

    Person signedIn(String email) {
        typedPassword(email);
        page.waitForURL(url -> !url.contains("/sign-in"));
        return this;
    }

    void typedPassword(String email) {
        open("/sign-in");
        page.getByLabel("Mail address").fill(email);
        page.getByLabel("Password").fill("promises-hold");
        press("Sign in");
    }

    void signOut() {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out"))
                .click();
        page.waitForURL("**/sign-in?out");
    }

    void open(String path) {
        page.navigate(desk + path);
    }

    void press(String button) {
        page.getByRole(AriaRole.MAIN)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    /** Goes on by the Tab key until something has the focus, as somebody without a mouse does. */
    void tabTo(Locator target) {
        for (int i = 0; i < MOST_TABS; i++) {
            if ((Boolean) target.evaluate("element => element === document.activeElement")) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("not reached by the keyboard: " + target);
    }

    /** Types into a field that was reached by the keyboard, in place of what stands there. */
    void type(String label, String text) {
        tabTo(page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)));
        page.keyboard().press("ControlOrMeta+a");
        page.keyboard().type(text);
    }

    /** Presses a button or follows a link by the keyboard; of two with that name the page's own, which follows the frame's. */
    void enter(AriaRole role, String name) {
        tabTo(page.getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true))
                .last());
        page.keyboard().press("Enter");
        page.waitForLoadState();
    }

    /** Wide and as narrow as a phone, light and dark; in the dark a page differs by its colours alone. */
    void assertNobodyIsShutOutInAnyLook() {
        for (int width : List.of(NARROW, WIDE)) {
            page.setViewportSize(width, HEIGHT);
            assertNobodyIsShutOut();
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            assertNothingFound(axe().withRules(List.of("color-contrast")));
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        }
    }

    void assertNobodyIsShutOut() {
        assertNothingFound(axe().withTags(RULES));
        assertThat((Integer)
                        page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as(() -> "scrolls sideways: " + page.url() + " by " + page.evaluate(STICKING_OUT))
                .isZero();
    }

    private AxeBuilder axe() {
        // else each page costs a second, empty one; the desk has no frames of others
        return new AxeBuilder(page).setLegacyMode(true);
    }

    private void assertNothingFound(AxeBuilder axe) {
        List<Rule> violations = axe.analyze().getViolations();
        assertThat(violations.stream()
                        .map(rule -> page.url() + " " + rule.getId() + " "
                                + rule.getNodes().getFirst().getHtml()))
                .isEmpty();
    }

    void assertQuietConsole() {
        assertThat(console).isEmpty();
    }

    @Override
    public void close() {
        context.close();
    }
}
