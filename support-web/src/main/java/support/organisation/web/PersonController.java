package support.organisation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import support.organisation.app.Accounts;
import support.people.Role;
import support.people.Viewer;

/** One person, for admins. */
@Controller
@RequestMapping("/people/{id}")
class PersonController {
    private static final List<String> DONE =
            List.of("approved", "refused", "role", "manages", "deactivated", "reactivated", "sessions", "secondFactor");

    private final Accounts accounts;

    PersonController(Accounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping
    String page(@PathVariable long id, @RequestParam(required = false) @Nullable String done, Model model) {
        model.addAttribute("person", accounts.person(id));
        model.addAttribute(
                "roles", Arrays.stream(Role.values()).filter(Role::staff).toList());
        model.addAttribute("done", DONE.contains(String.valueOf(done)) ? done : null);
        return "organisation/person";
    }

    @PostMapping("/approval")
    String approve(@PathVariable long id, Viewer viewer, Model model, HttpServletResponse response) {
        return change(id, "approved", () -> accounts.approve(id, viewer), model, response);
    }

    @PostMapping("/refusal")
    String refuse(@PathVariable long id, Viewer viewer, Model model, HttpServletResponse response) {
        return change(id, "refused", () -> accounts.refuse(id, viewer), model, response);
    }

    @PostMapping("/role")
    String role(
            @PathVariable long id, @RequestParam Role role, Viewer viewer, Model model, HttpServletResponse response) {
        return change(id, "role", () -> accounts.setRole(id, role, viewer), model, response);
    }

    @PostMapping("/managing")
    String manages(
            @PathVariable long id,
            @RequestParam boolean manages,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        return change(id, "manages", () -> accounts.setManages(id, manages, viewer), model, response);
    }

    @PostMapping("/deactivation")
    String deactivate(@PathVariable long id, Viewer viewer, Model model, HttpServletResponse response) {
        return change(id, "deactivated", () -> accounts.deactivate(id, viewer), model, response);
    }

    @PostMapping("/reactivation")
    String reactivate(@PathVariable long id, Viewer viewer, Model model, HttpServletResponse response) {
        return change(id, "reactivated", () -> accounts.reactivate(id, viewer), model, response);
    }

    @PostMapping("/sessions/end")
    String endSessions(@PathVariable long id, Viewer viewer, Model model, HttpServletResponse response) {
        return change(id, "sessions", () -> accounts.endSessions(id, viewer), model, response);
    }

    @PostMapping("/second-factor/removal")
    String removeSecondFactor(@PathVariable long id, Viewer viewer, Model model, HttpServletResponse response) {
        return change(id, "secondFactor", () -> accounts.removeSecondFactor(id, viewer), model, response);
    }

    private String change(long id, String done, Runnable deed, Model model, HttpServletResponse response) {
        return Deeds.change(
                deed, "redirect:/people/" + id + "?done=" + done, () -> page(id, null, model), model, response);
    }
}
