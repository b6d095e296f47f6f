package support.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import support.access.app.Limit;
import support.access.app.Limits;
import support.access.app.Network;
import support.access.app.SignOnLinks;
import support.access.app.SignOnRefused;
import support.access.app.SingleSignOn;
import support.access.app.SingleSignOnGiven;

/**
 * Where the provider says, server to server, that somebody has signed out there (OpenID Connect Back-Channel Logout 1.0).
 * The token's signature takes the place of a session and of a form's token.
 */
@Controller
@Conditional(SingleSignOnGiven.class)
class SignOnLogoutController {
    private final SingleSignOn singleSignOn;
    private final SignOnLinks links;
    private final Limits limits;

    SignOnLogoutController(SingleSignOn singleSignOn, SignOnLinks links, Limits limits) {
        this.singleSignOn = singleSignOn;
        this.links = links;
        this.limits = limits;
    }

    @PostMapping("/sign-in/single-sign-on/logout")
    ResponseEntity<Void> signedOut(
            @RequestParam(name = "logout_token", defaultValue = "") String token, HttpServletRequest request) {
        String network = Network.of(request.getRemoteAddr());
        if (!limits.allows(Limit.NETWORK, network)) {
            return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS).build();
        }
        try {
            Optional<String> subject = singleSignOn.signedOut(token);
            subject.ifPresent(person -> {
                limits.giveBack(Limit.NETWORK, network);
                links.signedOut(person);
            });
            return subject.isPresent()
                    ? ResponseEntity.ok().build()
                    : ResponseEntity.badRequest().build();
        } catch (SignOnRefused e) {
            return ResponseEntity.internalServerError().build();
        }
    }
}
