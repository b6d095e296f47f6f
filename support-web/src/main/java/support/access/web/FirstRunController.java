package support.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import support.access.Factor;
import support.access.Secret;
import support.access.app.FirstAdmin;
import support.access.app.Passwords;
import support.access.app.Registration;
import support.people.MailAddress;
import support.site.web.FormProblems;

/** The first page of a new desk: whoever holds the link of its log becomes its first admin. */
@Controller
class FirstRunController {
    record FirstAdminForm(
            @Nullable String email,
            @Nullable String name,
            @Nullable String password) {}

    private final FirstAdmin firstAdmin;
    private final Passwords passwords;
    private final SignedIn signedIn;
    private final FormProblems problems;

    FirstRunController(FirstAdmin firstAdmin, Passwords passwords, SignedIn signedIn, FormProblems problems) {
        this.firstAdmin = firstAdmin;
        this.passwords = passwords;
        this.signedIn = signedIn;
        this.problems = problems;
    }

    @GetMapping("/first-run/{secret}")
    String page(@PathVariable Secret secret, HttpServletResponse response, Model model) {
        if (!firstAdmin.isOffered(secret)) {
            return GoneLink.page(response);
        }
        FormProblems.none(model);
        model.addAttribute("form", new FirstAdminForm("", "", ""));
        return "access/first-run";
    }

    @PostMapping("/first-run/{secret}")
    String become(
            @PathVariable Secret secret,
            @ModelAttribute("form") FirstAdminForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (!firstAdmin.isOffered(secret)) {
            return GoneLink.page(response);
        }
        MailAddress address = new LinkForm(form.email()).address(errors);
        Registration.Answers answers = new NewcomerForm(form.name(), "", form.password())
                .answers(address == null ? "" : address.text(), false, passwords, errors);
        if (address == null || answers == null) {
            problems.refuse(errors, model, response);
            return "access/first-run";
        }
        Optional<Long> person = firstAdmin.become(secret, address, answers.name(), answers.password());
        person.ifPresent(admin -> signedIn.enter(admin, Factor.PASSWORD, request, response));
        return person.isPresent() ? "redirect:/admin" : GoneLink.page(response);
    }
}
