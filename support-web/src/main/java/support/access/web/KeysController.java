package support.access.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import support.access.app.Profiles;
import support.people.Viewer;
import support.people.persistence.People;

/** The keys of the desk's pages, and whether those that are a letter alone do anything. */
@Controller
@RequestMapping("/account/keys")
class KeysController {
    private final Profiles profiles;

    KeysController(Profiles profiles) {
        this.profiles = profiles;
    }

    @GetMapping
    String show(HttpServletRequest request, Model model) {
        model.addAttribute(
                "single",
                ViewerFilter.known(request).filter(People.Known::singleKeys).isPresent());
        return "access/keys";
    }

    @PostMapping
    String change(@RequestParam(defaultValue = "false") boolean single, Viewer viewer) {
        profiles.setSingleKeys(viewer, single);
        return "redirect:/account/keys?saved";
    }
}
