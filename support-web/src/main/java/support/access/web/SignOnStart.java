package support.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import support.access.app.SignOnAttempt;
import support.access.app.SignOnRefused;
import support.access.app.SingleSignOn;
import support.access.app.SingleSignOnGiven;
import support.people.Viewer;
import support.people.persistence.People;

/**
 * The ways to the provider. Each begins with a form of the desk's own, so that no other site can send somebody there; and
 * since the content policy lets no form lead away from the desk, its answer is a page that goes on by itself.
 */
@Controller
@Conditional(SingleSignOnGiven.class)
class SignOnStart {
    private static final String ATTEMPT = SignOnAttempt.class.getName();

    private final SingleSignOn singleSignOn;
    private final Clock clock;

    SignOnStart(SingleSignOn singleSignOn, Clock clock) {
        this.singleSignOn = singleSignOn;
        this.clock = clock;
    }

    /** Takes the attempt out of the session that began it: no answer is looked at twice. */
    static Optional<SignOnAttempt> take(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(ATTEMPT) instanceof SignOnAttempt attempt)) {
            return Optional.empty();
        }
        session.removeAttribute(ATTEMPT);
        return Optional.of(attempt);
    }

    @PostMapping("/sign-in/single-sign-on")
    String enter(
            @RequestParam(required = false) @Nullable String next,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes back,
            Model model) {
        return go(begin(SignOnAttempt.Purpose.ENTER, null, next), request, response, back, model);
    }

    @PostMapping("/sign-in/again/single-sign-on")
    String again(
            @RequestParam(required = false) @Nullable String next,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes back,
            Model model) {
        People.Known known = ViewerFilter.known(request).orElseThrow();
        return go(begin(SignOnAttempt.Purpose.AGAIN, known.viewer().id(), next), request, response, back, model);
    }

    @PostMapping("/account/security/single-sign-on")
    String link(
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes back,
            Model model) {
        return go(begin(SignOnAttempt.Purpose.LINK, viewer.id(), null), request, response, back, model);
    }

    private SignOnAttempt begin(SignOnAttempt.Purpose purpose, @Nullable Long person, @Nullable String next) {
        return SignOnAttempt.begin(purpose, person, LocalPath.of(next).orElse(null), clock.instant());
    }

    private String go(
            SignOnAttempt attempt,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes back,
            Model model) {
        try {
            URI there = singleSignOn.ask(attempt);
            request.getSession().setAttribute(ATTEMPT, attempt);
            response.setHeader("Refresh", "0; url=" + there);
            model.addAttribute("there", there.toString());
            return "access/leave";
        } catch (SignOnRefused e) {
            return SignOnReturn.refuse(attempt, e.why(), back);
        }
    }
}
