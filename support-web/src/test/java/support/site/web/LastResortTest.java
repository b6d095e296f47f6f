package support.site.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** When nothing else works, words are given back. */
class LastResortTest {
    private static SpringTemplateEngine templates() {
        ClassLoaderTemplateResolver files = new ClassLoaderTemplateResolver();
        files.setPrefix("templates/");
        files.setSuffix(".html");
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        SpringTemplateEngine templates = new SpringTemplateEngine();
        templates.setTemplateResolver(files);
        templates.setTemplateEngineMessageSource(messages);
        return templates;
    }

    private static MockHttpServletResponse answer(Exception failure) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/tickets");
        request.addParameter("description", "a long story about <b>it</b>");
        request.addParameter("nonce", "123");
        request.addParameter("password", "secret");
        MockHttpServletResponse response = new MockHttpServletResponse();
        new LastResort(templates()).doFilter(request, response, (q, r) -> {
            throw new ServletException(failure);
        });
        return response;
    }

    @Test
    void a_database_that_is_away_is_a_503_with_the_words_to_send_again() throws Exception {
        MockHttpServletResponse response = answer(new CannotGetJdbcConnectionException(
                "no connection", new SQLTransientConnectionException("timed out")));
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("15");
        assertThat(response.getContentAsString())
                .contains("action=\"/tickets\"")
                .contains("a long story about &lt;b&gt;it&lt;/b&gt;")
                .contains("value=\"123\"")
                .doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"08001", "08006", "53300", "57P01", "57P03"})
    void a_server_that_says_so_is_away(String state) throws Exception {
        assertThat(answer(new SQLException("gone", state)).getStatus()).isEqualTo(503);
    }

    @ParameterizedTest
    @ValueSource(strings = {"57014", "23505", "42P01"})
    void a_server_that_refuses_a_statement_is_there(String state) throws Exception {
        assertThat(answer(new SQLException("no", state)).getStatus()).isEqualTo(500);
    }

    @Test
    void any_other_failure_is_a_500_with_an_incident_and_no_trace() throws Exception {
        MockHttpServletResponse response = answer(new IllegalStateException("inner secret"));
        assertThat(response.getStatus()).isEqualTo(500);
        assertThat(response.getContentAsString())
                .containsPattern("Incident [0-9a-f]{8}")
                .doesNotContain("inner secret")
                .doesNotContain("IllegalState");
    }
}
