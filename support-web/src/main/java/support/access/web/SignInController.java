package support.access.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import support.people.Viewer;

/** The sign-in page, and the way home. */
@Controller
class SignInController {
    @GetMapping("/sign-in")
    String page(@RequestParam(required = false) @Nullable String next, Model model) {
        model.addAttribute("next", LocalPath.of(next).orElse(null));
        return "access/sign-in";
    }

    /** To where each has most to do. */
    @GetMapping("/")
    String home(@Nullable Viewer viewer) {
        if (viewer == null) {
            return "redirect:/policy";
        }
        return viewer.staff() ? "redirect:/queue" : "redirect:/tickets";
    }
}
