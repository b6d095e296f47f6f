package support.access.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import support.access.Grant;
import support.access.Scope;
import support.access.app.Limits;
import support.access.app.Tokens;
import support.people.persistence.People;
import support.site.web.ApiProblem;
import support.site.web.Problems;

/**
 * Who may pass the doors of the API: whoever shows a token with the scope that the door wants. There is no session and no
 * cookie, so nothing that a browser would send by itself counts, and forged requests need no other guard.
 */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {
    /** The token is good, but not for this. */
    private record Lacks(Scope scope) implements AuthorizationResult {
        @Override
        public boolean isGranted() {
            return false;
        }
    }

    private static final String CHALLENGE = "Bearer realm=\"desk\"";

    private final Problems problems;

    ApiSecurity(Problems problems) {
        this.problems = problems;
    }

    @Bean
    @Order(1)
    SecurityFilterChain api(
            HttpSecurity http,
            Tokens tokens,
            People people,
            Limits limits,
            @Value("${desk.public-url:http://localhost:8080}") URI publicUrl) {
        boolean tls = "https".equals(publicUrl.getScheme());
        return http.securityMatcher("/api/**")
                .authorizeHttpRequests(rules -> rules.requestMatchers("/api/openapi.yaml", "/api/v1/deadline")
                        .permitAll()
                        .requestMatchers("/api/v1/me")
                        .access(anyToken())
                        // whatever the method: a door that is not named here is for reading tickets at least
                        .requestMatchers(HttpMethod.POST, "/api/v1/**")
                        .access(with(Scope.TICKETS_WRITE))
                        .anyRequest()
                        .access(with(Scope.TICKETS_READ)))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint((request, response, e) -> askFor(response))
                                .accessDeniedHandler((request, response, e) -> refuse(response, e)))
                .headers(headers -> headers.contentSecurityPolicy(
                                csp -> csp.policyDirectives("default-src 'none'; frame-ancestors 'none'"))
                        .httpStrictTransportSecurity(strict -> strict.requestMatcher(request -> tls)
                                .includeSubDomains(true)
                                .maxAgeInSeconds(SecurityConfiguration.ONE_YEAR)))
                .addFilterBefore(new TokenFilter(tokens, people, limits, problems), AuthorizationFilter.class)
                .build();
    }

    private static AuthorizationManager<RequestAuthorizationContext> anyToken() {
        return (authentication, context) -> new AuthorizationDecision(
                TokenFilter.grant(context.getRequest()).isPresent());
    }

    private static AuthorizationManager<RequestAuthorizationContext> with(Scope scope) {
        return (authentication, context) -> {
            Optional<Grant> grant = TokenFilter.grant(context.getRequest());
            boolean lacks = grant.isPresent() && !grant.get().scopes().contains(scope);
            return lacks ? new Lacks(scope) : new AuthorizationDecision(grant.isPresent());
        };
    }

    /** The same whether there is no token, or one that never worked, or one that works no more. */
    private void askFor(HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
        problems.write(response, ApiProblem.TOKEN);
    }

    private void refuse(HttpServletResponse response, AccessDeniedException refusal) throws IOException {
        if (refusal instanceof AuthorizationDeniedException denied
                && denied.getAuthorizationResult() instanceof Lacks lacks) {
            String scope = lacks.scope.text();
            response.setHeader(
                    HttpHeaders.WWW_AUTHENTICATE,
                    CHALLENGE + ", error=\"insufficient_scope\", scope=\"" + scope + "\"");
            problems.write(response, ApiProblem.SCOPE, Map.of("scope", scope), scope);
        } else {
            askFor(response);
        }
    }
}
