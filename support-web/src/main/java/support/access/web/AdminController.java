package support.access.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import support.access.app.Checklist;

/** Where admins begin: what is not safe yet, and the pages that are theirs. */
@Controller
class AdminController {
    private final Checklist checklist;

    AdminController(Checklist checklist) {
        this.checklist = checklist;
    }

    @GetMapping("/admin")
    String page(Model model) {
        model.addAttribute("checklist", checklist.lines());
        return "access/admin";
    }
}
