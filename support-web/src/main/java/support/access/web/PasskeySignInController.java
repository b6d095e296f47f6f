package support.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import support.access.Factor;
import support.access.app.Network;
import support.access.app.PasskeyJson;
import support.access.app.PasskeySignIn;

/** Signing in with a passkey: from outside as anybody, and within a session as the person it belongs to. */
@Controller
class PasskeySignInController {
    private final PasskeySignIn passkeys;
    private final PasskeyChallenges challenges;
    private final SignedIn signedIn;

    PasskeySignInController(PasskeySignIn passkeys, PasskeyChallenges challenges, SignedIn signedIn) {
        this.passkeys = passkeys;
        this.challenges = challenges;
        this.signedIn = signedIn;
    }

    @PostMapping("/sign-in/passkey/options")
    ResponseEntity<String> ask(HttpServletRequest request) {
        return ask(null, request);
    }

    @PostMapping("/sign-in/again/passkey/options")
    ResponseEntity<String> askAgain(HttpServletRequest request) {
        return ask(known(request), request);
    }

    @PostMapping("/sign-in/passkey")
    String signIn(
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String challenge,
            @RequestParam(required = false) @Nullable String next,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes back) {
        return enter(check(answer, challenge, null, request), "/sign-in", next, request, response, back);
    }

    /** In place of a code, or of showing again who one is. */
    @PostMapping("/sign-in/again/passkey")
    String again(
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String challenge,
            @RequestParam(required = false) @Nullable String next,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes back) {
        String page = ViewerFilter.viewer(request).isPresent() ? "/sign-in/again" : "/sign-in/code";
        return enter(check(answer, challenge, known(request), request), page, next, request, response, back);
    }

    private ResponseEntity<String> ask(@Nullable Long person, HttpServletRequest request) {
        PublicKeyCredentialRequestOptions options = passkeys.ask(person);
        challenges.keep(options.getChallenge(), options, request);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(PasskeyJson.text(options));
    }

    private PasskeySignIn.Answer check(
            String answer, String challenge, @Nullable Long expected, HttpServletRequest request) {
        Optional<PublicKeyCredentialRequestOptions> asked =
                challenges.take(challenge, PublicKeyCredentialRequestOptions.class, request);
        return passkeys.check(answer, asked, expected, Network.of(request.getRemoteAddr()));
    }

    private String enter(
            PasskeySignIn.Answer answer,
            String page,
            @Nullable String next,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes back) {
        if (answer instanceof PasskeySignIn.Answer.Right right) {
            signedIn.enter(right.person(), Factor.PASSKEY, request, response);
            return Redirects.to(next);
        }
        LocalPath.of(next).ifPresent(path -> back.addAttribute("next", path));
        back.addAttribute("passkey", answer instanceof PasskeySignIn.Answer.TooOften ? "later" : "wrong");
        return "redirect:" + page;
    }

    private static long known(HttpServletRequest request) {
        return ViewerFilter.known(request).orElseThrow().viewer().id();
    }
}
