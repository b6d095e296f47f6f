package support.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import support.access.ApiToken;
import support.access.Grant;
import support.access.app.Limit;
import support.access.app.Limits;
import support.access.app.Network;
import support.access.app.Tokens;
import support.people.Viewer;
import support.people.persistence.People;
import support.site.web.ApiProblem;
import support.site.web.Problems;

/**
 * Makes the owner of the token in the {@code Authorization} header the viewer of the request, as the database knows that
 * person now. A token was made by somebody who had just shown enough to be let in, so it counts for that.
 */
class TokenFilter extends OncePerRequestFilter {
    private static final String GRANT = Grant.class.getName();
    private static final Pattern BEARER = Pattern.compile("Bearer +(\\S+)", Pattern.CASE_INSENSITIVE);
    private static final List<String> NAMES = List.of("access_token", "token");

    private final Tokens tokens;
    private final People people;
    private final Limits limits;
    private final Problems problems;

    TokenFilter(Tokens tokens, People people, Limits limits, Problems problems) {
        this.tokens = tokens;
        this.people = people;
        this.limits = limits;
        this.problems = problems;
    }

    static Optional<Grant> grant(HttpServletRequest request) {
        return Optional.ofNullable((Grant) request.getAttribute(GRANT));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (showsTokenOpenly(request)) {
            problems.write(response, ApiProblem.TOKEN_IN_ADDRESS);
            return;
        }
        Duration pause = enter(request);
        if (pause.isZero()) {
            chain.doFilter(request, response);
        } else {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER, Long.toString(pause.plusSeconds(1).toSeconds()));
            problems.write(response, ApiProblem.TOO_OFTEN);
        }
    }

    /** @return how long to wait; zero when the request may go on, whether or not somebody has entered */
    private Duration enter(HttpServletRequest request) {
        Optional<Grant> grant = bearer(request).flatMap(ApiToken::parse).flatMap(tokens::use);
        Optional<Viewer> owner = grant.flatMap(known -> people.viewer(known.person()));
        if (owner.isPresent()) {
            admit(grant.get(), owner.get(), request);
            return limits.take(Limit.TOKEN, Long.toString(grant.get().token()));
        }
        boolean tried = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
        return tried ? limits.take(Limit.WRONG_TOKENS, Network.of(request.getRemoteAddr())) : Duration.ZERO;
    }

    private static void admit(Grant grant, Viewer owner, HttpServletRequest request) {
        request.setAttribute(GRANT, grant);
        ViewerFilter.admit(request, owner);
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        Long.toString(owner.id()), null, AuthorityUtils.NO_AUTHORITIES));
    }

    /** Of two such headers one would have to guess which counts. */
    private static Optional<String> bearer(HttpServletRequest request) {
        var headers = request.getHeaders(HttpHeaders.AUTHORIZATION);
        Matcher matcher = BEARER.matcher(headers.hasMoreElements() ? headers.nextElement() : "");
        return matcher.matches() && !headers.hasMoreElements() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** Addresses end up in logs, histories and other people's chats; forms are for browsers. */
    private static boolean showsTokenOpenly(HttpServletRequest request) {
        String query = request.getQueryString();
        if (ApiToken.isIn(request.getRequestURI()) || query != null && ApiToken.isIn(query)) {
            return true;
        }
        String type = request.getContentType();
        boolean form = type != null && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
        return (query != null || form)
                && request.getParameterMap().entrySet().stream()
                        .anyMatch(field -> NAMES.contains(field.getKey())
                                || Arrays.stream(field.getValue()).anyMatch(ApiToken::isIn));
    }
}
