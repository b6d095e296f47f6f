package support.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import support.access.LinkPurpose;
import support.access.app.LinkLetters;
import support.access.app.Network;
import support.people.MailAddress;
import support.site.web.FormProblems;

/** Where one asks for a link: to open an account, to set a new password, to sign in. The answer is the same for everybody. */
@Controller
class LinkController {
    private static final Map<String, LinkPurpose> PAGES = Map.of(
            "/register", LinkPurpose.REGISTRATION,
            "/password", LinkPurpose.PASSWORD,
            "/sign-in/link", LinkPurpose.SIGN_IN);

    private final LinkLetters letters;
    private final FormProblems problems;

    LinkController(LinkLetters letters, FormProblems problems) {
        this.letters = letters;
        this.problems = problems;
    }

    @GetMapping({"/register", "/password", "/sign-in/link"})
    String page(HttpServletRequest request, Model model) {
        FormProblems.none(model);
        model.addAttribute("form", new LinkForm(request.getParameter("email")));
        return show(request, model);
    }

    @PostMapping({"/register", "/password", "/sign-in/link"})
    String ask(
            @ModelAttribute("form") LinkForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        MailAddress address = form.address(errors);
        if (address != null && !letters.ask(purpose(request), address, Network.of(request.getRemoteAddr()))) {
            errors.reject("link.later");
        }
        if (errors.hasErrors()) {
            problems.refuse(errors, model, response);
            return show(request, model);
        }
        return "redirect:" + request.getServletPath() + "?sent";
    }

    private static LinkPurpose purpose(HttpServletRequest request) {
        return Objects.requireNonNull(PAGES.get(request.getServletPath()));
    }

    private static String show(HttpServletRequest request, Model model) {
        model.addAttribute("purpose", purpose(request));
        model.addAttribute("sent", request.getParameter("sent") != null);
        return "access/link";
    }
}
