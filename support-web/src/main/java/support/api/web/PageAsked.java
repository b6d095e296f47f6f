package support.api.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import support.site.web.ApiProblem;
import support.ticket.persistence.TicketFilter;

/**
 * Which page of a list is asked for.
 *
 * @param before the number of the last ticket of the page before; null for the first page. Whatever it is, it shows
 *     nothing that the reader may not see
 */
record PageAsked(int limit, @Nullable Long before, TicketFilter.Progress show) {
    private static final Map<String, Pattern> FORMS = Map.of(
            "limit", Pattern.compile("[1-9][0-9]?|100"),
            "cursor", Pattern.compile("[1-9][0-9]{0,14}"),
            "show", Pattern.compile("open|done|all"));
    private static final int USUAL = 50;

    /** @throws ApiRefusal for a parameter that is unknown, stands twice, or has no such form */
    static PageAsked of(HttpServletRequest request) {
        request.getParameterMap().forEach(PageAsked::check);
        String limit = request.getParameter("limit");
        String cursor = request.getParameter("cursor");
        String show = request.getParameter("show");
        return new PageAsked(
                limit == null ? USUAL : Integer.parseInt(limit),
                cursor == null ? null : Long.valueOf(cursor),
                show == null
                        ? TicketFilter.Progress.OPEN
                        : TicketFilter.Progress.valueOf(show.toUpperCase(Locale.ROOT)));
    }

    private static void check(String name, String[] values) {
        Pattern form = FORMS.get(name);
        if (form == null || values.length != 1 || !form.matcher(values[0]).matches()) {
            Map<String, String> which = form == null ? Map.of() : Map.of("parameter", name);
            throw new ApiRefusal(ApiProblem.PARAMETER, which);
        }
    }

    /** The page after this one. */
    String queryAfter(long last) {
        return "?limit=" + limit + "&show=" + show.name().toLowerCase(Locale.ROOT) + "&cursor=" + last;
    }
}
