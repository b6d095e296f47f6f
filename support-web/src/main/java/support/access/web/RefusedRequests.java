package support.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import support.people.persistence.People;

/** What becomes of a request that may not be served: nobody loses what was typed, and nobody learns what exists. */
@Component
class RefusedRequests implements AuthenticationEntryPoint, AccessDeniedHandler {
    private static final Logger LOG = LoggerFactory.getLogger(RefusedRequests.class);
    /** The pages on which people's access is changed; the verb follows in the address of the form. */
    private static final Pattern PAGES_OF_PEOPLE =
            Pattern.compile("(/organisation/people/\\d+|/organisations/\\d+|/people/\\d+|/organisation|/people)/.+");

    /** A visitor asks for a page of its own: sign in first, then come back. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
            throws IOException {
        go("/sign-in", pageAsked(request), false, request, response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException exception)
            throws IOException {
        if (exception instanceof AuthorizationDeniedException denied
                && denied.getAuthorizationResult() instanceof Access.ShowAgain) {
            go("/sign-in/again", pageAsked(request), false, request, response);
        } else if (!(exception instanceof CsrfException)) {
            notThere(request, response);
        } else if (request.getRequestedSessionId() == null) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            backToTheForm(request, response);
        }
    }

    /** Whoever has still a second factor to show is led there; nobody else learns what exists. */
    private static void notThere(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<People.Known> half = ViewerFilter.known(request)
                .filter(known -> ViewerFilter.viewer(request).isEmpty());
        if (half.isPresent()) {
            String page = half.get().lacksSecondFactor() ? "/sign-in/set-up" : "/sign-in/code";
            go(page, pageAsked(request), false, request, response);
        } else {
            LOG.info(
                    "Refused to person {}: {} {}",
                    SignedIn.person(SignedIn.authentication()),
                    request.getMethod(),
                    request.getRequestURI());
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /** The session that the form was made in has ended, or another has begun since. */
    private static void backToTheForm(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean signedIn = request.isRequestedSessionIdValid();
        String page = KeptWords.pageOf(request.getServletPath());
        Optional<KeptWords> words = page.equals("/") ? Optional.empty() : KeptWords.of(request);
        words.ifPresent(kept -> kept.keep(request.getSession()));
        if (signedIn && words.isPresent()) {
            response.sendRedirect(page);
        } else {
            go("/sign-in", page, words.isPresent(), request, response);
        }
    }

    private static String pageAsked(HttpServletRequest request) {
        if (!request.getMethod().equals("GET")) {
            Matcher page = PAGES_OF_PEOPLE.matcher(request.getServletPath());
            return page.matches() ? page.group(1) : KeptWords.pageOf(request.getServletPath());
        }
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    private static void go(
            String to, String next, boolean kept, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        UriComponentsBuilder page = UriComponentsBuilder.fromPath(to).queryParam("next", "{next}");
        if (kept) {
            page.queryParam("kept");
        }
        String address = page.encode().buildAndExpand(next).toUriString();
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", address);
        } else {
            response.sendRedirect(address);
        }
    }
}
