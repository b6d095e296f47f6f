package support.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import support.access.LinkPurpose;
import support.access.Secret;
import support.access.app.NewPasswords;
import support.access.app.Passwords;
import support.access.persistence.Links;
import support.site.web.FormProblems;

/** Sets a new password for somebody who has followed a link. One signs in with it afterwards, second factor and all. */
@Controller
class NewPasswordController {
    private final NewPasswords newPasswords;
    private final Passwords passwords;
    private final FormProblems problems;

    NewPasswordController(NewPasswords newPasswords, Passwords passwords, FormProblems problems) {
        this.newPasswords = newPasswords;
        this.passwords = passwords;
        this.problems = problems;
    }

    @GetMapping({"/password/{secret}", "/recovery/{secret}"})
    String page(@PathVariable Secret secret, HttpServletRequest request, HttpServletResponse response, Model model) {
        Optional<Links.Link> link = newPasswords.look(secret, purpose(request));
        if (link.isEmpty()) {
            return GoneLink.page(response);
        }
        FormProblems.none(model);
        model.addAttribute("address", link.get().address());
        return "access/new-password";
    }

    @PostMapping({"/password/{secret}", "/recovery/{secret}"})
    String set(
            @PathVariable Secret secret,
            @ModelAttribute("form") PasswordForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<Links.Link> link = newPasswords.look(secret, purpose(request));
        if (link.isEmpty()) {
            return GoneLink.page(response);
        }
        String password = form.password(List.of(link.get().address()), passwords, errors);
        if (errors.hasErrors()) {
            problems.refuse(errors, model, response);
            model.addAttribute("address", link.get().address());
            return "access/new-password";
        }
        return newPasswords.byLink(secret, purpose(request), password)
                ? "redirect:/sign-in?changed"
                : GoneLink.page(response);
    }

    private static LinkPurpose purpose(HttpServletRequest request) {
        return request.getServletPath().startsWith("/recovery/") ? LinkPurpose.RECOVERY : LinkPurpose.PASSWORD;
    }
}
