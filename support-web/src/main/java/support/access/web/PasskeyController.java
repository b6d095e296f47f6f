package support.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import support.access.Factor;
import support.access.app.PasskeyDesk;
import support.access.app.PasskeyJson;
import support.people.Viewer;

/** Adding and removing passkeys: of one's account, and by people of the desk who have to have a second factor. */
@Controller
class PasskeyController {
    private final PasskeyDesk passkeys;
    private final PasskeyChallenges challenges;
    private final SignedIn signedIn;

    PasskeyController(PasskeyDesk passkeys, PasskeyChallenges challenges, SignedIn signedIn) {
        this.passkeys = passkeys;
        this.challenges = challenges;
        this.signedIn = signedIn;
    }

    @PostMapping({"/account/security/passkeys/options", "/sign-in/set-up/passkey/options"})
    ResponseEntity<String> ask(HttpServletRequest request) {
        PublicKeyCredentialCreationOptions options = passkeys.ask(known(request));
        challenges.keep(options.getChallenge(), options, request);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(PasskeyJson.text(options));
    }

    @PostMapping("/account/security/passkeys")
    String add(
            @RequestParam(defaultValue = "") String label,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String challenge,
            HttpServletRequest request,
            RedirectAttributes back) {
        Optional<String> problem = add(label, answer, challenge, request);
        back.addAttribute(problem.isPresent() ? "problem" : "done", problem.orElse("passkeyAdded"));
        return "redirect:/account/security";
    }

    /** The device has just checked who uses it, so the new passkey is shown by being made. */
    @PostMapping("/sign-in/set-up/passkey")
    String setUp(
            @RequestParam(defaultValue = "") String label,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String challenge,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (add(label, answer, challenge, request).isPresent()) {
            return "redirect:/sign-in/set-up?passkey=wrong";
        }
        signedIn.add(Factor.PASSKEY, request, response);
        return "redirect:/";
    }

    @PostMapping("/account/security/passkeys/removal")
    String remove(@RequestParam long id, Viewer viewer, HttpServletRequest request) {
        passkeys.remove(viewer.id(), id, request.getSession().getId());
        return "redirect:/account/security?done=passkey";
    }

    private Optional<String> add(String label, String answer, String challenge, HttpServletRequest request) {
        Optional<PublicKeyCredentialCreationOptions> asked =
                challenges.take(challenge, PublicKeyCredentialCreationOptions.class, request);
        return passkeys.add(known(request), label, answer, asked);
    }

    private static long known(HttpServletRequest request) {
        return ViewerFilter.known(request).orElseThrow().viewer().id();
    }
}
