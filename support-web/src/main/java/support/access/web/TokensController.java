package support.access.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import support.access.ApiToken;
import support.access.Scope;
import support.access.app.Tokens;
import support.access.persistence.ApiTokens;
import support.people.Viewer;
import support.site.web.FormProblems;

/** The API tokens of one person. Opened only by somebody who has just shown who they are. */
@Controller
@RequestMapping("/account/security/tokens")
class TokensController {
    private final Tokens tokens;
    private final FormProblems problems;
    private final Clock clock;

    TokensController(Tokens tokens, FormProblems problems, Clock clock) {
        this.tokens = tokens;
        this.problems = problems;
        this.clock = clock;
    }

    @GetMapping
    String page(Viewer viewer, Model model) {
        FormProblems.none(model);
        model.addAttribute("form", TokenForm.BLANK);
        return show(viewer, model);
    }

    /** The page itself shows the token, once: a redirect would have to keep it somewhere. */
    @PostMapping
    String make(
            @ModelAttribute("form") TokenForm form,
            BindingResult errors,
            Viewer viewer,
            HttpServletResponse response,
            Model model) {
        form.check(viewer.staff(), errors);
        if (tokens.of(viewer).size() >= Tokens.MOST) {
            errors.reject("tokens.many", new Object[] {Tokens.MOST}, "many");
        }
        problems.show(errors, model);
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(viewer, model);
        }
        ApiToken made = tokens.make(
                viewer, form.title(), form.granted(viewer.staff()), form.life().orElseThrow());
        model.addAttribute("made", made.text());
        model.addAttribute("form", TokenForm.BLANK);
        return show(viewer, model);
    }

    @PostMapping("/revocation")
    String revoke(@RequestParam long id, Viewer viewer) {
        tokens.revoke(viewer, id);
        return "redirect:/account/security/tokens";
    }

    private String show(Viewer viewer, Model model) {
        List<ApiTokens.Line> lines = tokens.of(viewer);
        model.addAttribute("tokens", lines);
        model.addAttribute("scopes", Scope.offeredTo(viewer.staff()));
        model.addAttribute("lives", Tokens.DAYS);
        model.addAttribute("now", clock.instant());
        return "access/tokens";
    }
}
