package support.organisation.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import support.organisation.app.Members;
import support.people.Viewer;

/** One person of the organisation, for whoever manages it. */
@Controller
@RequestMapping("/organisation/people/{id}")
class MemberController {
    private final Members members;

    MemberController(Members members) {
        this.members = members;
    }

    @GetMapping
    String page(@PathVariable long id, Viewer viewer, Model model) {
        model.addAttribute("person", members.person(id, viewer));
        return "organisation/member";
    }

    @PostMapping("/approval")
    String approve(@PathVariable long id, Viewer viewer, Model model, HttpServletResponse response) {
        return change(id, "approved", () -> members.approve(id, viewer), viewer, model, response);
    }

    @PostMapping("/refusal")
    String refuse(@PathVariable long id, Viewer viewer, Model model, HttpServletResponse response) {
        return change(id, "refused", () -> members.refuse(id, viewer), viewer, model, response);
    }

    @PostMapping("/managing")
    String manages(
            @PathVariable long id,
            @RequestParam(defaultValue = "false") boolean manages,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        return change(id, "manages", () -> members.setManages(id, manages, viewer), viewer, model, response);
    }

    @PostMapping("/removal")
    String remove(@PathVariable long id, Viewer viewer, Model model, HttpServletResponse response) {
        return change(id, "removed", () -> members.remove(id, viewer), viewer, model, response);
    }

    private String change(
            long id, String done, Runnable deed, Viewer viewer, Model model, HttpServletResponse response) {
        return Deeds.change(
                deed, "redirect:/organisation?done=" + done, () -> page(id, viewer, model), model, response);
    }
}
