package support.site.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes answers of the type {@code application/problem+json}. */
@Component
public class Problems {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final MessageSource messages;

    Problems(MessageSource messages) {
        this.messages = messages;
    }

    public void write(HttpServletResponse response, ApiProblem problem) throws IOException {
        write(response, problem, Map.of());
    }

    /**
     * @param more members beside the standard ones
     * @param words what the detail is filled with; nothing that the request brought
     */
    public void write(HttpServletResponse response, ApiProblem problem, Map<String, ?> more, Object... words)
            throws IOException {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", problem.type());
        body.put("title", say(problem, "title"));
        body.put("status", problem.status());
        body.put("detail", say(problem, "detail", words));
        body.putAll(more);
        response.setStatus(problem.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(JSON.writeValueAsBytes(body));
    }

    private String say(ApiProblem problem, String part, Object... words) {
        return messages.getMessage("api." + problem + "." + part, words, Locale.ENGLISH);
    }
}
