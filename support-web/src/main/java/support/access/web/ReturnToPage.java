package support.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.web.util.UriComponentsBuilder;

/** After signing in one is back on the page one asked for; after a failure on the sign-in page, which still knows it. */
class ReturnToPage implements AuthenticationSuccessHandler, AuthenticationFailureHandler {
    static final String NEXT = "next";

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        response.sendRedirect(LocalPath.of(request.getParameter(NEXT)).orElse("/"));
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
            throws IOException {
        UriComponentsBuilder back = UriComponentsBuilder.fromPath("/sign-in").queryParam("error");
        LocalPath.of(request.getParameter(NEXT)).ifPresent(next -> back.queryParam(NEXT, "{next}"));
        response.sendRedirect(back.encode()
                .buildAndExpand(LocalPath.of(request.getParameter(NEXT)).orElse(""))
                .toUriString());
    }
}
