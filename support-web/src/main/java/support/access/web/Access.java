package support.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import support.people.Viewer;
import support.people.persistence.People;

/** The kinds of rules that paths have. */
final class Access {
    /** Refused only because what was shown is too long ago. */
    record ShowAgain() implements AuthorizationResult {
        @Override
        public boolean isGranted() {
            return false;
        }
    }

    private Access() {}

    static AuthorizationManager<RequestAuthorizationContext> only(Predicate<Viewer> may) {
        return (authentication, context) -> new AuthorizationDecision(
                ViewerFilter.viewer(context.getRequest()).filter(may).isPresent());
    }

    /** People who have shown one factor, whether or not it is enough. */
    static AuthorizationManager<RequestAuthorizationContext> entered() {
        return (authentication, context) -> new AuthorizationDecision(
                ViewerFilter.known(context.getRequest()).isPresent());
    }

    /** People who have to show two factors, have shown one, and have nothing yet to show as the second. */
    static AuthorizationManager<RequestAuthorizationContext> settingUp() {
        return (authentication, context) -> new AuthorizationDecision(setsUp(context.getRequest()));
    }

    static boolean setsUp(HttpServletRequest request) {
        return ViewerFilter.viewer(request).isEmpty()
                && ViewerFilter.known(request)
                        .filter(People.Known::lacksSecondFactor)
                        .isPresent();
    }

    /** People who have shown who they are within the last quarter of an hour. */
    static AuthorizationManager<RequestAuthorizationContext> freshly(Predicate<Viewer> may, Clock clock) {
        return (authentication, context) -> freshly(context.getRequest(), may, clock);
    }

    private static AuthorizationResult freshly(HttpServletRequest request, Predicate<Viewer> may, Clock clock) {
        Optional<Viewer> viewer = ViewerFilter.viewer(request).filter(may);
        if (viewer.isEmpty()) {
            return new AuthorizationDecision(false);
        }
        boolean two = ViewerFilter.known(request).filter(People.Known::needsTwo).isPresent();
        return SignedIn.shown().areFresh(two, clock.instant()) ? new AuthorizationDecision(true) : new ShowAgain();
    }
}
