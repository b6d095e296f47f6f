package support.site.web;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people write is shown, and never acts. */
class MarkdownTest {
    private final Markdown markdown = new Markdown();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<svg onload=alert(1)>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<form action=/sign-out><button>x</button></form>",
                "<div hx-get=/sign-out hx-trigger=load>x</div>",
                "<p data-hx-get=/x id=main style=color:red>x</p>",
                "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
                "`<script>`",
                "[x](javascript:alert(1))",
                "[x](javascript:x//http://y)",
                "[x](vbscript:x)",
                "[x](data:text/html,<script>alert(1)</script>)",
                "![x](http://evil.example/pixel.png)",
                "<http://ok.example/\" onmouseover=\"alert(1)>"
            })
    void nothing_that_acts_comes_out(String text) {
        assertThat(markdown.html(text))
                .doesNotContainPattern("(?i)<(script|img|svg|form|div|math|style|button|iframe)")
                .doesNotContainPattern("(?i)<[^>]*\\s(on\\w+|hx-|data-hx-|style|id)\\s*=")
                .doesNotContainPattern("(?i)href=\"(javascript|vbscript|data):");
    }

    @Test
    void what_is_meant_is_shown() {
        assertThat(markdown.html("**bold** `code` [link](https://ok.example/)"))
                .contains("<strong>bold</strong>", "<code>code</code>", "href=\"https://ok.example/\"", "noopener");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", ">", "*", "`", "- ", "![", "<", "a**"})
    void no_text_takes_long(String part) {
        String text = part.repeat(50_000 / part.length());
        assertTimeoutPreemptively(ofMillis(5000), () -> markdown.html(text));
    }
}
