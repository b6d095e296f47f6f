package support.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import support.access.Factor;
import support.access.app.Codes;
import support.people.persistence.People;

/** The second step of signing in: a code of the person's app, a recovery code or a passkey; for the desk's own people also the setting up. */
@Controller
class SecondFactorController {
    private final Codes codes;
    private final SignedIn signedIn;

    SecondFactorController(Codes codes, SignedIn signedIn) {
        this.codes = codes;
        this.signedIn = signedIn;
    }

    @GetMapping("/sign-in/code")
    String page(@RequestParam(required = false) @Nullable String next, HttpServletRequest request, Model model) {
        model.addAttribute("next", LocalPath.of(next).orElse(null));
        model.addAttribute("problem", null);
        return page(request, model);
    }

    @PostMapping("/sign-in/code")
    String code(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String recovery,
            @RequestParam(required = false) @Nullable String next,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        long person = known(request).viewer().id();
        boolean recovers = code.isBlank() && !recovery.isBlank();
        Codes.Answer answer = recovers ? codes.checkRecovery(person, recovery) : codes.check(person, code);
        if (answer == Codes.Answer.RIGHT) {
            signedIn.add(recovers ? Factor.RECOVERY_CODE : Factor.CODE, request, response);
            return Redirects.to(next);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("next", LocalPath.of(next).orElse(null));
        model.addAttribute("problem", "code." + answer);
        return page(request, model);
    }

    private static String page(HttpServletRequest request, Model model) {
        People.Known known = known(request);
        model.addAttribute("hasCodeApp", known.hasCodeApp());
        model.addAttribute("hasPasskey", known.hasPasskey());
        return known.hasCodeApp() || known.hasPasskey() ? "access/code" : "redirect:/sign-in/set-up";
    }

    @GetMapping("/sign-in/set-up")
    String setUp(HttpServletRequest request, Model model) {
        return Access.setsUp(request) ? offer(known(request), null, request, model) : "redirect:/";
    }

    @PostMapping("/sign-in/set-up")
    String add(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (!Access.setsUp(request)) {
            return "redirect:/";
        }
        People.Known known = known(request);
        Optional<List<String>> made =
                codes.add(known.viewer().id(), code, request.getSession().getId());
        if (made.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return offer(known, "code.WRONG", request, model);
        }
        signedIn.add(Factor.CODE, request, response);
        model.addAttribute("codes", made.get());
        return "access/recovery-codes";
    }

    private String offer(People.Known known, @Nullable String problem, HttpServletRequest request, Model model) {
        model.addAttribute("label", Browsers.of(request));
        model.addAttribute(
                "offer",
                CodeAppOffer.of(codes.offer(known.viewer().id()), known.viewer().email()));
        model.addAttribute("problem", problem);
        return "access/set-up";
    }

    private static People.Known known(HttpServletRequest request) {
        return ViewerFilter.known(request).orElseThrow();
    }
}
