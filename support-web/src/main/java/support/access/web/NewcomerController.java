package support.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import support.access.Factor;
import support.access.LinkPurpose;
import support.access.Secret;
import support.access.app.Passwords;
import support.access.app.Registration;
import support.access.persistence.Links;
import support.people.PersonState;
import support.site.web.FormProblems;

/** Opens accounts for those who have followed a link: of their own asking, of an invitation, or of a partner's question. */
@Controller
class NewcomerController {
    private final Registration registration;
    private final Passwords passwords;
    private final SignedIn signedIn;
    private final FormProblems problems;

    NewcomerController(Registration registration, Passwords passwords, SignedIn signedIn, FormProblems problems) {
        this.registration = registration;
        this.passwords = passwords;
        this.signedIn = signedIn;
        this.problems = problems;
    }

    @GetMapping({"/register/{secret}", "/invitation/{secret}", "/consent/{secret}/account"})
    String page(@PathVariable Secret secret, HttpServletRequest request, HttpServletResponse response, Model model) {
        Optional<Links.Link> link = registration.look(secret, purpose(request));
        if (link.isEmpty()) {
            return GoneLink.page(response);
        }
        FormProblems.none(model);
        model.addAttribute("form", NewcomerForm.of(link.get().name()));
        return show(link.get(), model);
    }

    @PostMapping({"/register/{secret}", "/invitation/{secret}", "/consent/{secret}/account"})
    String complete(
            @PathVariable Secret secret,
            @ModelAttribute("form") NewcomerForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<Links.Link> link = registration.look(secret, purpose(request));
        if (link.isEmpty()) {
            return GoneLink.page(response);
        }
        Registration.Answers answers = form.answers(link.get().address(), asksCompany(link.get()), passwords, errors);
        if (answers == null) {
            problems.refuse(errors, model, response);
            return show(link.get(), model);
        }
        return registration
                .complete(secret, purpose(request), answers)
                .map(newcomer -> welcome(newcomer, purpose(request), request, response))
                .orElseGet(() -> GoneLink.page(response));
    }

    private String welcome(
            Registration.Newcomer newcomer,
            LinkPurpose purpose,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (newcomer.state() == PersonState.AWAITING_APPROVAL) {
            return "redirect:/sign-in?waiting";
        }
        signedIn.enter(newcomer.person(), Factor.PASSWORD, request, response);
        return purpose == LinkPurpose.CONSENT ? "redirect:/organisation/consents" : "redirect:/";
    }

    private String show(Links.Link link, Model model) {
        model.addAttribute("address", link.address());
        model.addAttribute("asksCompany", asksCompany(link));
        return "access/newcomer";
    }

    private boolean asksCompany(Links.Link link) {
        return link.purpose() != LinkPurpose.INVITATION && !registration.hasHome(link.address());
    }

    private static LinkPurpose purpose(HttpServletRequest request) {
        String path = request.getServletPath();
        return path.startsWith("/register/")
                ? LinkPurpose.REGISTRATION
                : path.startsWith("/consent/") ? LinkPurpose.CONSENT : LinkPurpose.INVITATION;
    }
}
