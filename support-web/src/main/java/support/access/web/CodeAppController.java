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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import support.access.Factor;
import support.access.app.Codes;
import support.people.Viewer;
import support.people.persistence.People;

/** Adding and removing an app for codes, and making recovery codes. */
@Controller
@RequestMapping("/account/security/code-app")
class CodeAppController {
    private final Codes codes;
    private final SignedIn signedIn;

    CodeAppController(Codes codes, SignedIn signedIn) {
        this.codes = codes;
        this.signedIn = signedIn;
    }

    @GetMapping
    String page(Viewer viewer, HttpServletRequest request, Model model) {
        return has(request) ? "redirect:/account/security" : offer(viewer, null, model);
    }

    @PostMapping
    String add(
            @RequestParam(defaultValue = "") String code,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (has(request)) {
            return "redirect:/account/security";
        }
        Optional<List<String>> made =
                codes.add(viewer.id(), code, request.getSession().getId());
        if (made.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return offer(viewer, "code.WRONG", model);
        }
        signedIn.add(Factor.CODE, request, response);
        model.addAttribute("codes", made.get());
        return "access/recovery-codes";
    }

    @PostMapping("/recovery-codes")
    String recoveryCodes(Viewer viewer, HttpServletRequest request, Model model) {
        if (!has(request)) {
            return "redirect:/account/security";
        }
        model.addAttribute("codes", codes.newRecoveryCodes(viewer.id()));
        return "access/recovery-codes";
    }

    @PostMapping("/removal")
    String remove(Viewer viewer) {
        codes.remove(viewer.id());
        return "redirect:/account/security?done=codeApp";
    }

    private String offer(Viewer viewer, @Nullable String problem, Model model) {
        model.addAttribute("offer", CodeAppOffer.of(codes.offer(viewer.id()), viewer.email()));
        model.addAttribute("problem", problem);
        return "access/set-up";
    }

    private static boolean has(HttpServletRequest request) {
        return ViewerFilter.known(request).filter(People.Known::hasCodeApp).isPresent();
    }
}
