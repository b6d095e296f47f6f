package support.site.web;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.List;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * What people write, as safe HTML. HTML in the text is shown as text; what Markdown makes of the rest passes a list of
 * allowed elements once more, so that a fault in one of the two harms nobody.
 */
@Component("markdown")
public class Markdown {
    private static final List<org.commonmark.Extension> EXTENSIONS =
            List.of(TablesExtension.create(), AutolinkExtension.create());
    private static final PolicyFactory ALLOWED = new HtmlPolicyBuilder()
            .allowElements(
                    "p",
                    "br",
                    "hr",
                    "strong",
                    "em",
                    "code",
                    "pre",
                    "blockquote",
                    "ul",
                    "ol",
                    "li",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "table",
                    "thead",
                    "tbody",
                    "tr",
                    "th",
                    "td",
                    "a")
            .allowAttributes("href")
            .onElements("a")
            .allowAttributes("start")
            .onElements("ol")
            .allowStandardUrlProtocols()
            .requireRelsOnLinks("nofollow", "noopener", "noreferrer")
            .toFactory();

    /** Each may begin something whose end is looked for in all that follows, so their number counts squared. */
    private static final String MARKS = "<[*_`!>";

    private static final int MOST_MARKS = 5_000;

    /** Characters of HTML that are kept; what was written does not change, and is read again and again. */
    private static final long MOST_KEPT = 4_000_000;

    private final LoadingCache<String, String> known = Caffeine.newBuilder()
            .maximumWeight(MOST_KEPT)
            .weigher((String text, String html) -> text.length() + html.length())
            .build(this::made);
    private final Parser parser =
            Parser.builder().extensions(EXTENSIONS).maxOpenBlockParsers(40).build();
    private final HtmlRenderer renderer = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .softbreak("<br />")
            .build();

    /** Safe HTML of a Markdown text; one with absurdly many marks is shown as it is. */
    public String html(String text) {
        return known.get(text);
    }

    private String made(String text) {
        if (text.chars().filter(sign -> MARKS.indexOf(sign) >= 0).count() > MOST_MARKS) {
            return "<pre>" + HtmlUtils.htmlEscape(text) + "</pre>";
        }
        return ALLOWED.sanitize(renderer.render(parser.parse(text)));
    }
}
