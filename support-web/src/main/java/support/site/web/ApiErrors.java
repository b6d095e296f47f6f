package support.site.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Programs get every refusal and every failure of the API as a problem, wherever it arises, and never a page. */
class ApiErrors extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);
    private static final String RETRY_SECONDS = "15";

    private final Problems problems;

    ApiErrors(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getServletPath().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, new Answers(response, problems));
        } catch (IOException | ServletException | RuntimeException e) {
            if (response.isCommitted()) {
                throw e;
            }
            response.reset();
            answer(response, e);
        }
    }

    private void answer(HttpServletResponse response, Exception failure) throws IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (failure instanceof InvalidParameterException) {
            problems.write(response, ApiProblem.BAD_REQUEST);
            return;
        }
        String incident = UUID.randomUUID().toString().substring(0, 8);
        boolean away = DatabaseAway.isReasonFor(failure);
        if (away) {
            LOG.warn("incident {}: the database is away: {}", incident, failure.getMessage());
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        } else {
            LOG.error("incident {}", incident, failure);
        }
        problems.write(response, away ? ApiProblem.AWAY : ApiProblem.FAILED, Map.of("incident", incident));
    }

    /** Turns what would lead to a page of errors into a problem. */
    private static final class Answers extends HttpServletResponseWrapper {
        private final HttpServletResponse response;
        private final Problems problems;

        Answers(HttpServletResponse response, Problems problems) {
            super(response);
            this.response = response;
            this.problems = problems;
        }

        @Override
        public void sendError(int status) throws IOException {
            response.resetBuffer();
            problems.write(response, ApiProblem.of(status));
        }

        @Override
        public void sendError(int status, String message) throws IOException {
            sendError(status);
        }
    }
}
