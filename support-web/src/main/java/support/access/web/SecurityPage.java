package support.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import support.access.app.Codes;
import support.access.app.NewPasswords;
import support.access.app.PasskeyDesk;
import support.people.Viewer;
import support.people.persistence.People;

/** What the page shows on which one sees how one signs in. */
@Component
class SecurityPage {
    private static final List<String> DONE =
            List.of("password", "address", "codeApp", "passkey", "passkeyAdded", "signOn", "signOnOff", "signOnKept");
    private static final List<String> PROBLEMS = List.of("passkey.many", "passkey.notAdded");

    private final NewPasswords passwords;
    private final Codes codes;
    private final PasskeyDesk passkeys;
    private final SignOnOffer signOn;

    SecurityPage(NewPasswords passwords, Codes codes, PasskeyDesk passkeys, SignOnOffer signOn) {
        this.passwords = passwords;
        this.codes = codes;
        this.passkeys = passkeys;
        this.signOn = signOn;
    }

    String show(Viewer viewer, HttpServletRequest request, Model model) {
        model.addAttribute(
                "hasCodeApp",
                ViewerFilter.known(request).filter(People.Known::hasCodeApp).isPresent());
        model.addAttribute("hasPassword", passwords.hasPassword(viewer));
        model.addAttribute("passkeys", passkeys.of(viewer.id()));
        model.addAttribute("label", Browsers.of(request));
        model.addAttribute("recoveryCodes", codes.recoveryCodesLeft(viewer.id()));
        signOn.show(viewer.id(), request.getParameter("sso"), model);
        model.addAttribute("problem", oneOf(PROBLEMS, request.getParameter("problem")));
        model.addAttribute("done", oneOf(DONE, request.getParameter("done")));
        return "access/security";
    }

    /** Only what the page has words for. */
    private static @Nullable String oneOf(List<String> known, @Nullable String said) {
        return known.contains(String.valueOf(said)) ? said : null;
    }
}
