package support.site.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/**
 * The outermost filter: what nobody else could handle becomes a page that needs no database and gives back what was
 * typed, as a form that can be sent again as it is.
 */
class LastResort extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(LastResort.class);
    private static final String RETRY_SECONDS = "15";

    /** A field of the form that was sent. */
    record Field(String name, String value) {}

    private final SpringTemplateEngine templates;

    LastResort(SpringTemplateEngine templates) {
        this.templates = templates;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException e) {
            if (response.isCommitted()) {
                throw e;
            }
            answer(request, response, e);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Exception failure)
            throws IOException {
        boolean away = DatabaseAway.isReasonFor(failure);
        String incident = UUID.randomUUID().toString().substring(0, 8);
        response.reset();
        LOG.error("incident {}", incident, failure); // the log leaves it out while the database is away
        if (away) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        response.setStatus((away ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.INTERNAL_SERVER_ERROR).value());
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.getWriter().write(page(request, away, incident));
    }

    private String page(HttpServletRequest request, boolean away, String incident) {
        List<Field> typed = request.getMethod().equals("POST") ? typed(request) : List.of();
        return templates.process(
                "problem",
                new Context(
                        Locale.ENGLISH,
                        Map.of("away", away, "incident", incident, "typed", typed, "action", request.getRequestURI())));
    }

    /** Without passwords; files cannot be given back. */
    private static List<Field> typed(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .filter(field -> !field.getKey().equals("password"))
                .flatMap(field -> Arrays.stream(field.getValue()).map(value -> new Field(field.getKey(), value)))
                .toList();
    }
}
