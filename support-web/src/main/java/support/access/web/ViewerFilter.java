package support.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import support.people.Viewer;
import support.people.persistence.People;

/**
 * Looks up who is asking, afresh for each request. A person who was deactivated is signed out by it; one who has not yet
 * shown enough is known, but is no viewer.
 */
class ViewerFilter extends OncePerRequestFilter {
    private static final String VIEWER = Viewer.class.getName();
    private static final String KNOWN = People.Known.class.getName();
    private static final Authentication NOBODY =
            new AnonymousAuthenticationToken("nobody", "nobody", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));

    /** However busy a session is, after so long one signs in again. */
    private static final Duration LONGEST_SESSION = Duration.ofDays(7);

    private final People people;
    private final Clock clock;

    ViewerFilter(People people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    /** Empty for a visitor, and for somebody who has a second factor to show. */
    static Optional<Viewer> viewer(HttpServletRequest request) {
        return Optional.ofNullable((Viewer) request.getAttribute(VIEWER));
    }

    /** Whose session it is, even when not enough has been shown. */
    static Optional<People.Known> known(HttpServletRequest request) {
        return Optional.ofNullable((People.Known) request.getAttribute(KNOWN));
    }

    /** Lets somebody be the viewer of this one request who needs no session for it. */
    static void admit(HttpServletRequest request, Viewer viewer) {
        request.setAttribute(VIEWER, viewer);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getServletPath();
        return path.startsWith("/css/")
                || path.startsWith("/js/")
                || path.startsWith("/img/")
                || path.startsWith("/webjars/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SignedIn.authentication();
        if (SignedIn.isPerson(authentication)) {
            people.known(SignedIn.person(authentication))
                    .filter(known -> !isOver(request))
                    .ifPresentOrElse(known -> remember(known, request), () -> signOut(request));
        }
        chain.doFilter(request, response);
    }

    private boolean isOver(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null
                && SessionMark.of(session)
                        .filter(mark -> mark.signedInAt().plus(LONGEST_SESSION).isBefore(clock.instant()))
                        .isPresent();
    }

    private static void remember(People.Known known, HttpServletRequest request) {
        request.setAttribute(KNOWN, known);
        if (SignedIn.shown().suffice(known.needsTwo())) {
            request.setAttribute(VIEWER, known.viewer());
        }
    }

    private static void signOut(HttpServletRequest request) {
        SecurityContextHolder.getContext().setAuthentication(NOBODY);
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
