package support.api.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import support.site.web.ApiProblem;
import support.sla.Lane;
import support.sla.RequestType;
import support.sla.Severity;

/** Which promise is asked for; lane and type have what most requests have. */
record DeadlineAsked(Instant start, RequestType type, Severity severity, Lane lane) {
    private static final Set<String> KNOWN = Set.of("start", "type", "severity", "lane");

    /** @throws ApiRefusal for a parameter that is unknown, missing, stands twice, or cannot be read */
    static DeadlineAsked of(HttpServletRequest request) {
        request.getParameterMap().forEach((name, values) -> {
            if (!KNOWN.contains(name) || values.length != 1) {
                throw refused(KNOWN.contains(name) ? name : null);
            }
        });
        return new DeadlineAsked(
                start(request),
                constant(request, "type", RequestType.class, RequestType.SUPPORT_REQUEST),
                constant(request, "severity", Severity.class, null),
                constant(request, "lane", Lane.class, Lane.STANDARD));
    }

    private static Instant start(HttpServletRequest request) {
        String text = request.getParameter("start");
        try {
            return Instant.parse(text == null ? "" : text);
        } catch (DateTimeException notATime) {
            throw refused("start");
        }
    }

    private static <E extends Enum<E>> E constant(
            HttpServletRequest request, String name, Class<E> type, @Nullable E usual) {
        String text = request.getParameter(name);
        if (text == null && usual != null) {
            return usual;
        }
        try {
            return Enum.valueOf(type, text == null ? "" : text);
        } catch (IllegalArgumentException unknown) {
            throw refused(name);
        }
    }

    private static ApiRefusal refused(@Nullable String parameter) {
        return new ApiRefusal(ApiProblem.PARAMETER, parameter == null ? Map.of() : Map.of("parameter", parameter));
    }
}
