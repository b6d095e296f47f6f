package support.api.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import support.people.Viewer;
import support.site.web.ApiProblem;
import support.ticket.persistence.TicketFilter;

/**
 * Which page of a list is asked for.
 *
 * @param before the number of the last ticket of the page before; null for the first page
 */
record PageAsked(int limit, @Nullable Long before, TicketFilter.Progress show) {
    private static final Map<String, Pattern> FORMS = Map.of(
            "limit", Pattern.compile("[1-9][0-9]?|100"),
            "cursor", Pattern.compile("[A-Za-z0-9_-]{32}"),
            "show", Pattern.compile("open|done|all"));
    private static final int USUAL = 50;

    /** @throws ApiRefusal for a parameter that is unknown, stands twice, has no such form, or a cursor of another's making */
    static PageAsked of(HttpServletRequest request, Cursors cursors, Viewer reader) {
        request.getParameterMap().forEach(PageAsked::check);
        String limit = request.getParameter("limit");
        String cursor = request.getParameter("cursor");
        String show = request.getParameter("show");
        return new PageAsked(
                limit == null ? USUAL : Integer.parseInt(limit),
                cursor == null ? null : cursors.read(cursor, reader).orElseThrow(() -> refusal("cursor")),
                show == null
                        ? TicketFilter.Progress.OPEN
                        : TicketFilter.Progress.valueOf(show.toUpperCase(Locale.ROOT)));
    }

    private static void check(String name, String[] values) {
        Pattern form = FORMS.get(name);
        if (form == null || values.length != 1 || !form.matcher(values[0]).matches()) {
            throw form == null ? new ApiRefusal(ApiProblem.PARAMETER) : refusal(name);
        }
    }

    private static ApiRefusal refusal(String parameter) {
        return new ApiRefusal(ApiProblem.PARAMETER, Map.of("parameter", parameter));
    }

    /** The page after this one. */
    String queryAfter(String cursor) {
        return "?limit=" + limit + "&show=" + show.name().toLowerCase(Locale.ROOT) + "&cursor=" + cursor;
    }
}
