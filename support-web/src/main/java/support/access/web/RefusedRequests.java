package support.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** What becomes of a request that may not be served: nobody loses what was typed, and nobody learns what exists. */
@Component
class RefusedRequests implements AuthenticationEntryPoint, AccessDeniedHandler {

    /** A visitor asks for a page of its own: sign in first, then come back. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
            throws IOException {
        signIn(
                request,
                response,
                request.getMethod().equals("GET") ? asked(request) : KeptWords.pageOf(request.getServletPath()),
                false);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException exception)
            throws IOException {
        if (!(exception instanceof CsrfException)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (request.getRequestedSessionId() == null) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            backToTheForm(request, response);
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
            signIn(request, response, page, words.isPresent());
        }
    }

    private static String asked(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    private static void signIn(HttpServletRequest request, HttpServletResponse response, String next, boolean kept)
            throws IOException {
        UriComponentsBuilder page = UriComponentsBuilder.fromPath("/sign-in").queryParam(ReturnToPage.NEXT, "{next}");
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
