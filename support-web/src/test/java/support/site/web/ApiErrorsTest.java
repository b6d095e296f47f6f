package support.site.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** When nothing else works, programs get a problem all the same. */
class ApiErrorsTest {
    private static Problems problems() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setAlwaysUseMessageFormat(true);
        return new Problems(messages);
    }

    private static MockHttpServletResponse answer(String path, FilterChain chain) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setServletPath(path);
        MockHttpServletResponse response = new MockHttpServletResponse();
        new ApiErrors(problems()).doFilter(request, response, chain);
        return response;
    }

    @Test
    void a_database_that_is_away_is_a_503_that_says_when_to_try_again() throws Exception {
        MockHttpServletResponse response = answer("/api/v1/me", (q, r) -> {
            throw new CannotGetJdbcConnectionException(
                    "no connection", new SQLTransientConnectionException("timed out"));
        });
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("15");
        assertThat(response.getContentAsString()).contains("/api/problems/away").doesNotContain("timed out");
    }

    @Test
    void any_other_failure_is_a_500_with_an_incident_and_no_trace() throws Exception {
        MockHttpServletResponse response = answer("/api/v1/me", (q, r) -> {
            throw new ServletException(new IllegalStateException("inner secret"));
        });
        assertThat(response.getStatus()).isEqualTo(500);
        assertThat(response.getContentType()).isEqualTo("application/problem+json");
        assertThat(response.getContentAsString())
                .containsPattern("\"incident\":\"[0-9a-f]{8}\"")
                .doesNotContain("inner secret", "IllegalState");
    }

    @Test
    void an_error_of_the_server_is_a_problem_and_no_page() throws Exception {
        FilterChain refusing = (q, r) -> ((HttpServletResponse) r).sendError(404, "inner secret");
        MockHttpServletResponse response = answer("/api/v1/me", refusing);
        assertThat(response.getStatus()).isEqualTo(404);
        assertThat(response.getContentAsString()).contains("/api/problems/not-found");
        MockHttpServletResponse page = answer("/tickets", refusing);
        assertThat(page.getErrorMessage()).as("pages have pages for errors").isEqualTo("inner secret");
    }

    @ParameterizedTest
    @EnumSource
    void every_problem_has_its_words(ApiProblem problem) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        problems().write(response, problem);
        assertThat(response.getStatus()).isEqualTo(problem.status());
        assertThat(response.getContentAsString())
                .contains("\"type\":\"" + problem.type() + "\"", "\"title\":", "\"detail\":");
    }
}
