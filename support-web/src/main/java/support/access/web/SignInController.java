package support.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import support.access.Factor;
import support.access.app.Network;
import support.access.app.SignIn;
import support.people.Viewer;

/** Signing in with a password, and the way home. */
@Controller
class SignInController {
    private final SignIn signIn;
    private final SignedIn signedIn;
    private final SignOnOffer signOn;

    SignInController(SignIn signIn, SignedIn signedIn, SignOnOffer signOn) {
        this.signIn = signIn;
        this.signedIn = signedIn;
        this.signOn = signOn;
    }

    @GetMapping("/sign-in")
    String page(
            @RequestParam(required = false) @Nullable String next,
            @RequestParam(required = false) @Nullable String sso,
            Model model) {
        signOn.show(sso, model);
        model.addAttribute("next", LocalPath.of(next).orElse(null));
        return "access/sign-in";
    }

    @PostMapping("/sign-in")
    String signIn(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(required = false) @Nullable String next,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes back) {
        SignIn.Answer answer = signIn.check(email.strip(), password, Network.of(request.getRemoteAddr()));
        if (answer instanceof SignIn.Answer.Right right) {
            signedIn.enter(right.person(), Factor.PASSWORD, request, response);
            return Redirects.to(next);
        }
        LocalPath.of(next).ifPresent(page -> back.addAttribute("next", page));
        if (answer instanceof SignIn.Answer.Later later) {
            back.addAttribute("later", Math.max(1, later.pause().toMinutes()));
        } else {
            back.addAttribute(answer instanceof SignIn.Answer.Wrong ? "error" : "waiting", "");
        }
        return "redirect:/sign-in";
    }

    /** To where each has most to do. */
    @GetMapping("/")
    String home(@Nullable Viewer viewer, HttpServletRequest request) {
        if (viewer == null) {
            return ViewerFilter.known(request).isPresent() ? "redirect:/sign-in/code" : "redirect:/policy";
        }
        return viewer.staff() ? "redirect:/queue" : "redirect:/tickets";
    }
}
