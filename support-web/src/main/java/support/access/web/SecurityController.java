package support.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import support.access.app.Network;
import support.access.app.NewAddresses;
import support.access.app.NewPasswords;
import support.access.app.Passwords;
import support.access.app.SignIn;
import support.people.MailAddress;
import support.people.Viewer;
import support.site.web.FormProblems;

/** How one signs in: password and mail address, and what else there is. Opened only by somebody who has just shown who they are. */
@Controller
@RequestMapping("/account/security")
class SecurityController {
    private final SignIn signIn;
    private final Passwords passwords;
    private final NewPasswords newPasswords;
    private final NewAddresses newAddresses;
    private final SecurityPage page;
    private final FormProblems problems;

    SecurityController(
            SignIn signIn,
            Passwords passwords,
            NewPasswords newPasswords,
            NewAddresses newAddresses,
            SecurityPage page,
            FormProblems problems) {
        this.signIn = signIn;
        this.passwords = passwords;
        this.newPasswords = newPasswords;
        this.newAddresses = newAddresses;
        this.page = page;
        this.problems = problems;
    }

    @GetMapping
    String page(Viewer viewer, HttpServletRequest request, Model model) {
        FormProblems.none(model);
        return page.show(viewer, request, model);
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
        problems.refuse(errors, model, response);
        return page.show(viewer, request, model);
    }
}
