package support.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import support.access.app.Profiles;
import support.people.Viewer;
import support.people.persistence.People;

/** The keys of the desk's pages, whether those that are a letter alone do anything, and whether replies wait a moment. */
@Controller
@RequestMapping("/account/keys")
class KeysController {
    private final Profiles profiles;
    private final boolean undoesSends;

    /** @param undoesSends for those who have not said */
    KeysController(Profiles profiles, @Value("${desk.undo-send:true}") boolean undoesSends) {
        this.profiles = profiles;
        this.undoesSends = undoesSends;
    }

    @GetMapping
    String show(HttpServletRequest request, Model model) {
        Optional<People.Known> known = ViewerFilter.known(request);
        model.addAttribute("single", known.filter(People.Known::singleKeys).isPresent());
        model.addAttribute("undo", known.map(People.Known::undoesSends).orElse(undoesSends));
        return "access/keys";
    }

    @PostMapping
    String change(
            @RequestParam(defaultValue = "false") boolean single,
            @RequestParam(defaultValue = "false") boolean undo,
            Viewer viewer) {
        profiles.setHabits(viewer, single, undo);
        return "redirect:/account/keys?saved";
    }
}
