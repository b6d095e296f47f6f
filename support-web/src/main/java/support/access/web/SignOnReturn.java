package support.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import support.access.Factor;
import support.access.Factors;
import support.access.SignOnProof;
import support.access.app.Limit;
import support.access.app.Limits;
import support.access.app.Network;
import support.access.app.Registration;
import support.access.app.SignOnAccounts;
import support.access.app.SignOnAnswer;
import support.access.app.SignOnAttempt;
import support.access.app.SignOnLinks;
import support.access.app.SignOnRefused;
import support.access.app.SignOnRefused.Why;
import support.access.app.SingleSignOn;
import support.access.app.SingleSignOnGiven;
import support.people.PersonState;
import support.people.Viewer;
import support.people.persistence.People;

/** Where the provider sends people back to. */
@Controller
@Conditional(SingleSignOnGiven.class)
class SignOnReturn {
    /** By so much the clocks of provider and desk may differ. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final SingleSignOn singleSignOn;
    private final SignOnAccounts accounts;
    private final SignOnLinks links;
    private final SignedIn signedIn;
    private final Limits limits;
    private final Clock clock;

    SignOnReturn(
            SingleSignOn singleSignOn,
            SignOnAccounts accounts,
            SignOnLinks links,
            SignedIn signedIn,
            Limits limits,
            Clock clock) {
        this.singleSignOn = singleSignOn;
        this.accounts = accounts;
        this.links = links;
        this.signedIn = signedIn;
        this.limits = limits;
        this.clock = clock;
    }

    @GetMapping("/sign-in/single-sign-on/return")
    String back(
            SignOnAnswer answer, HttpServletRequest request, HttpServletResponse response, RedirectAttributes back) {
        SignOnAttempt attempt = SignOnStart.take(request)
                .filter(begun -> !begun.isOver(clock.instant()))
                .orElse(null);
        if (attempt == null) {
            back.addAttribute("sso", Why.FAILED);
            return "redirect:/sign-in";
        }
        String network = Network.of(request.getRemoteAddr());
        if (!limits.allows(Limit.NETWORK, network)) {
            return refuse(attempt, Why.TOO_OFTEN, back);
        }
        try {
            String page = use(attempt, singleSignOn.redeem(attempt, answer), request, response, back);
            limits.giveBack(Limit.NETWORK, network);
            return page;
        } catch (SignOnRefused e) {
            if (!e.why().nobodysFault()) {
                accounts.refused(attempt.person(), e);
            }
            return refuse(attempt, e.why(), back);
        }
    }

    private String use(
            SignOnAttempt attempt,
            SignOnProof proof,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes back) {
        return switch (attempt.purpose()) {
            case ENTER -> enter(attempt, proof, request, response);
            case LINK -> link(attempt, proof, request);
            case AGAIN -> again(attempt, proof, request, response, back);
        };
    }

    private String enter(
            SignOnAttempt attempt, SignOnProof proof, HttpServletRequest request, HttpServletResponse response) {
        Registration.Newcomer person = accounts.enter(proof);
        if (person.state() == PersonState.AWAITING_APPROVAL) {
            return "redirect:/sign-in?waiting";
        }
        signedIn.enter(person.person(), factors(proof), request, response);
        return Redirects.to(attempt.next());
    }

    private String link(SignOnAttempt attempt, SignOnProof proof, HttpServletRequest request) {
        Viewer viewer = ViewerFilter.viewer(request)
                .filter(asking -> isOf(attempt, asking))
                .orElseThrow(() -> new SignOnRefused(Why.FAILED, "another person"));
        links.link(viewer, proof);
        return "redirect:/account/security?done=signOn";
    }

    private String again(
            SignOnAttempt attempt,
            SignOnProof proof,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes back) {
        People.Known known = ViewerFilter.known(request)
                .filter(asking -> isOf(attempt, asking.viewer()))
                .orElseThrow(() -> new SignOnRefused(Why.FAILED, "another person"));
        if (!links.isOf(known.viewer().id(), proof)) {
            throw new SignOnRefused(Why.UNKNOWN, "not the person's own");
        }
        if (!proof.shownSince(attempt.begunAt().minus(SKEW))) {
            throw new SignOnRefused(Why.STALE, "not shown again");
        }
        signedIn.enter(known.viewer().id(), factors(proof), request, response);
        if (known.hasCodeApp() && !SignedIn.shown().areFresh(known.needsTwo(), clock.instant())) {
            return to("/sign-in/code", attempt, back);
        }
        return Redirects.to(attempt.next());
    }

    private static boolean isOf(SignOnAttempt attempt, Viewer viewer) {
        return attempt.person() != null && attempt.person() == viewer.id();
    }

    /** A provider that does not say when the person signed in there may not have asked for anything: that is not fresh. */
    private Map<Factor, Instant> factors(SignOnProof proof) {
        Instant now = clock.instant();
        Instant at = proof.shownAt() == null ? now.minus(Factors.FRESH) : proof.shownAt();
        Map<Factor, Instant> factors = new EnumMap<>(Factor.class);
        factors.put(Factor.SINGLE_SIGN_ON, at.isAfter(now) ? now : at);
        if (proof.strong()) {
            factors.put(Factor.SINGLE_SIGN_ON_STRONG, at.isAfter(now) ? now : at);
        }
        return factors;
    }

    /** Back to where the attempt began, with words on what went wrong. */
    static String refuse(SignOnAttempt attempt, Why why, RedirectAttributes back) {
        back.addAttribute("sso", why);
        return switch (attempt.purpose()) {
            case ENTER -> to("/sign-in", attempt, back);
            case LINK -> to("/account/security", attempt, back);
            case AGAIN -> to("/sign-in/again", attempt, back);
        };
    }

    private static String to(String page, SignOnAttempt attempt, RedirectAttributes back) {
        Optional.ofNullable(attempt.next()).ifPresent(next -> back.addAttribute("next", next));
        return "redirect:" + page;
    }
}
