package support.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import support.access.Factor;
import support.access.app.Codes;
import support.access.app.Network;
import support.access.app.SignIn;
import support.people.persistence.People;

/** Before what is most delicate one shows again who one is. */
@Controller
class AgainController {
    private final SignIn signIn;
    private final Codes codes;
    private final SignedIn signedIn;
    private final SignOnOffer signOn;

    AgainController(SignIn signIn, Codes codes, SignedIn signedIn, SignOnOffer signOn) {
        this.signIn = signIn;
        this.codes = codes;
        this.signedIn = signedIn;
        this.signOn = signOn;
    }

    @GetMapping("/sign-in/again")
    String page(@RequestParam(required = false) @Nullable String next, HttpServletRequest request, Model model) {
        return show(next, null, request, model);
    }

    @PostMapping("/sign-in/again")
    String again(
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(required = false) @Nullable String next,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        People.Known known = ViewerFilter.known(request).orElseThrow();
        long person = known.viewer().id();
        SignIn.Answer answer = signIn.check(known.viewer().email(), password, Network.of(request.getRemoteAddr()));
        boolean right = answer instanceof SignIn.Answer.Right found && found.person() == person;
        if (right && (!known.hasCodeApp() || codes.check(person, code) == Codes.Answer.RIGHT)) {
            signedIn.enter(person, Factor.PASSWORD, request, response);
            if (known.hasCodeApp()) {
                signedIn.add(Factor.CODE, request, response);
            }
            return Redirects.to(next);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return show(next, answer instanceof SignIn.Answer.Later ? "code.TOO_OFTEN" : "again.wrong", request, model);
    }

    private String show(@Nullable String next, @Nullable String problem, HttpServletRequest request, Model model) {
        model.addAttribute("next", LocalPath.of(next).orElse(null));
        model.addAttribute("problem", problem);
        People.Known known = ViewerFilter.known(request).orElseThrow();
        model.addAttribute("address", known.viewer().email());
        model.addAttribute("asksCode", known.hasCodeApp());
        model.addAttribute("hasPasskey", known.hasPasskey());
        signOn.show(known.viewer().id(), request.getParameter("sso"), model);
        return "access/again";
    }
}
