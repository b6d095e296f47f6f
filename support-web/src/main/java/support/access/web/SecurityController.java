package support.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import support.access.app.Codes;
import support.access.app.Network;
import support.access.app.NewAddresses;
import support.access.app.NewPasswords;
import support.access.app.PasskeyDesk;
import support.access.app.Passwords;
import support.access.app.SignIn;
import support.people.MailAddress;
import support.people.Viewer;
import support.people.persistence.People;
import support.site.web.FormProblems;

/** How one signs in: password and mail address, and what else there is. Opened only by somebody who has just shown who they are. */
@Controller
@RequestMapping("/account/security")
class SecurityController {
    private static final List<String> DONE =
            List.of("password", "address", "codeApp", "passkey", "passkeyAdded", "signOn", "signOnOff", "signOnKept");
    private static final List<String> PROBLEMS = List.of("passkey.many", "passkey.notAdded");

    private final SignIn signIn;
    private final Passwords passwords;
    private final NewPasswords newPasswords;
    private final NewAddresses newAddresses;
    private final Codes codes;
    private final PasskeyDesk passkeys;
    private final SignOnOffer signOn;
    private final FormProblems problems;

    SecurityController(
            SignIn signIn,
            Passwords passwords,
            NewPasswords newPasswords,
            NewAddresses newAddresses,
            Codes codes,
            PasskeyDesk passkeys,
            SignOnOffer signOn,
            FormProblems problems) {
        this.signIn = signIn;
        this.passwords = passwords;
        this.newPasswords = newPasswords;
        this.newAddresses = newAddresses;
        this.codes = codes;
        this.passkeys = passkeys;
        this.signOn = signOn;
        this.problems = problems;
    }

    @GetMapping
    String page(Viewer viewer, HttpServletRequest request, Model model) {
        FormProblems.none(model);
        return show(viewer, request, model);
    }

    @PostMapping("/password")
    String password(
            @ModelAttribute("passwordForm") PasswordForm form,
            BindingResult errors,
            @RequestParam(defaultValue = "") String current,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String password = form.password(List.of(viewer.email(), viewer.name()), passwords, errors);
        if (newPasswords.hasPassword(viewer) && !isRight(viewer, current, request)) {
            errors.rejectValue("current", "password.current.wrong");
        }
        if (errors.hasErrors()) {
            return refuse(errors, viewer, request, response, model);
        }
        newPasswords.byOwner(viewer.id(), password, request.getSession().getId());
        return "redirect:/account/security?done=password";
    }

    private boolean isRight(Viewer viewer, String password, HttpServletRequest request) {
        return signIn.check(viewer.email(), password, Network.of(request.getRemoteAddr()))
                instanceof SignIn.Answer.Right;
    }

    @PostMapping("/address")
    String address(
            @ModelAttribute("addressForm") LinkForm form,
            BindingResult errors,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        MailAddress address = form.address(errors);
        if (address != null && !newAddresses.ask(viewer, address)) {
            errors.rejectValue("email", "link.later");
        }
        if (errors.hasErrors()) {
            return refuse(errors, viewer, request, response, model);
        }
        return "redirect:/account/security?done=address";
    }

    private String refuse(
            BindingResult errors,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        problems.show(errors, model);
        return show(viewer, request, model);
    }

    private String show(Viewer viewer, HttpServletRequest request, Model model) {
        model.addAttribute(
                "hasCodeApp",
                ViewerFilter.known(request).filter(People.Known::hasCodeApp).isPresent());
        model.addAttribute("hasPassword", newPasswords.hasPassword(viewer));
        model.addAttribute("passkeys", passkeys.of(viewer.id()));
        model.addAttribute("label", Browsers.of(request));
        model.addAttribute("problem", problem(request.getParameter("problem")));
        model.addAttribute("recoveryCodes", codes.recoveryCodesLeft(viewer.id()));
        signOn.show(viewer.id(), request.getParameter("sso"), model);
        model.addAttribute("done", done(request.getParameter("done")));
        return "access/security";
    }

    /** Only what the page has words for. */
    private static @Nullable String done(@Nullable String what) {
        return DONE.contains(String.valueOf(what)) ? what : null;
    }

    private static @Nullable String problem(@Nullable String what) {
        return PROBLEMS.contains(String.valueOf(what)) ? what : null;
    }
}
