package support.site.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.StringWriter;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.TemplateSpec;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.context.IWebContext;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContext;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.web.IWebExchange;
import org.thymeleaf.web.servlet.IServletWebExchange;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/**
 * Pieces of pages that are drawn once and shown again for as long as they would come out the same. Such a piece sees
 * nothing but the one thing it is drawn of, called {@code it}, and the language: neither who is looking nor the form's
 * token can get into what others are shown.
 */
@Component
class Drawn {
    /** Characters, one byte each; a page of the queue has about 80,000. */
    private static final long MOST = 4_000_000;

    /** What a key and its place take beside the text, roughly. */
    private static final int PLACE = 500;

    /** @param it compared by value: a record of words and numbers */
    private record Key(String piece, @Nullable Object it, Locale locale) {}

    private final Cache<Key, String> drawn = Caffeine.newBuilder()
            .maximumWeight(MOST)
            .weigher((Key key, String text) -> text.length() + PLACE)
            .build();

    /** @param piece {@code template :: fragment} */
    String html(String piece, @Nullable Object it, ITemplateContext page) {
        Key key = new Key(piece, it, page.getLocale());
        String known = drawn.getIfPresent(key);
        if (known == null) {
            known = draw(piece, it, page);
            drawn.put(key, known);
        }
        return known;
    }

    private static String draw(String piece, @Nullable Object it, ITemplateContext page) {
        String[] parts = piece.split("\\s*::\\s*", 2);
        WebContext context = new WebContext(bare(((IWebContext) page).getExchange()), page.getLocale(), beans(page));
        context.setVariable("it", it);
        StringWriter text = new StringWriter();
        page.getConfiguration()
                .getTemplateManager()
                .parseAndProcess(
                        new TemplateSpec(parts[0], Set.of(parts[1]), TemplateMode.HTML, Map.of()), context, text);
        return text.toString();
    }

    /** A template's variables lie among the attributes of the request, from where they would be seen here too. */
    private static IWebExchange bare(IWebExchange page) {
        IServletWebExchange exchange = (IServletWebExchange) page;
        HttpServletRequest request = (HttpServletRequest) exchange.getNativeRequestObject();
        return JakartaServletWebApplication.buildApplication(request.getServletContext())
                .buildExchange(new BareRequest(request), (HttpServletResponse) exchange.getNativeResponseObject());
    }

    private static Map<String, Object> beans(ITemplateContext page) {
        String name = ThymeleafEvaluationContext.THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME;
        return Map.of(name, page.getVariable(name));
    }

    /** A request without what others have put on it. */
    private static final class BareRequest extends HttpServletRequestWrapper {
        private final Map<String, Object> attributes = new HashMap<>();

        BareRequest(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable Object getAttribute(String name) {
            return attributes.get(name);
        }

        @Override
        public Enumeration<String> getAttributeNames() {
            return Collections.enumeration(attributes.keySet());
        }

        @Override
        public void setAttribute(String name, Object value) {
            attributes.put(name, value);
        }

        @Override
        public void removeAttribute(String name) {
            attributes.remove(name);
        }
    }
}
