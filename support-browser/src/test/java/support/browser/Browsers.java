package support.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Chromium for all browser tests: the machine's own, driven by the machine's own Node.js. Where one is missing the
 * tests are skipped and say so loudly; {@code SUPPORT_BROWSER=required} makes that a failure.
 */
final class Browsers implements ExecutionCondition {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-dev-shm-usage");

    /** One a thread, since Playwright is made for one; they end with the tests. */
    private static final ThreadLocal<Browser> RUNNING = ThreadLocal.withInitial(Browsers::launch);

    static Browser browser() {
        return RUNNING.get();
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (chromium().isPresent() && program("node").isPresent()) {
            return ConditionEvaluationResult.enabled("a browser is here");
        }
        if ("required".equals(System.getenv("SUPPORT_BROWSER"))) {
            throw new IllegalStateException("SUPPORT_BROWSER=required, but Chromium or Node.js is not installed");
        }
        System.err.println("\n*** SKIPPED: " + context.getDisplayName()
                + " needs Chromium and Node.js (Debian: apt-get install chromium nodejs) ***\n");
        return ConditionEvaluationResult.disabled("no Chromium or no Node.js on this machine");
    }

    private static Browser launch() {
        Map<String, String> settings = new HashMap<>();
        settings.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        settings.put("PLAYWRIGHT_NODEJS_PATH", program("node").orElseThrow().toString());
        return Playwright.create(new Playwright.CreateOptions().setEnv(settings))
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium().orElseThrow())
                        .setArgs(QUIET));
    }

    private static Optional<Path> chromium() {
        return NAMES.stream().map(Browsers::program).flatMap(Optional::stream).findFirst();
    }

    private static Optional<Path> program(String name) {
        Stream<String> folders = Arrays.stream(
                Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator, -1));
        return folders.filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
