package support.access.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import support.access.app.Profiles;
import support.people.PersonName;
import support.people.Viewer;
import support.site.web.FormProblems;

/** One's own account: name and time zone. */
@Controller
class AccountController {
    record ProfileForm(@Nullable String name, @Nullable String zone) {}

    private final Profiles profiles;
    private final FormProblems problems;

    AccountController(Profiles profiles, FormProblems problems) {
        this.profiles = profiles;
        this.problems = problems;
    }

    @GetMapping("/account")
    String page(Viewer viewer, Model model) {
        FormProblems.none(model);
        model.addAttribute("form", new ProfileForm(viewer.name(), viewer.zone().getId()));
        return show(model);
    }

    @PostMapping("/account")
    String change(
            @ModelAttribute("form") ProfileForm form,
            BindingResult errors,
            Viewer viewer,
            HttpServletResponse response,
            Model model) {
        PersonName name = PersonName.of(form.name() == null ? "" : form.name()).orElse(null);
        if (name == null) {
            errors.rejectValue("name", "name.form");
        }
        String zone = form.zone() == null ? "" : form.zone();
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            errors.rejectValue("zone", "account.zone.unknown");
        }
        if (name == null || errors.hasErrors()) {
            problems.refuse(errors, model, response);
            return show(model);
        }
        profiles.change(viewer, name, zone);
        return "redirect:/account?saved";
    }

    private static String show(Model model) {
        model.addAttribute("zones", zones());
        return "access/account";
    }

    /** Regions and places; not the abbreviations, which mean several things. */
    private static List<String> zones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
                .sorted()
                .toList();
    }
}
