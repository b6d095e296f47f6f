package support.catalog.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import support.catalog.Platform;
import support.catalog.app.Catalogue;
import support.catalog.persistence.Platforms;
import support.people.Viewer;
import support.site.web.FormProblems;

/** The platforms of the catalogue, and until when their makers support them. */
@Controller
@RequestMapping("/catalogue/platforms")
class PlatformController {
    private final Platforms platforms;
    private final Catalogue catalogue;
    private final FormProblems problems;

    PlatformController(Platforms platforms, Catalogue catalogue, FormProblems problems) {
        this.platforms = platforms;
        this.catalogue = catalogue;
        this.problems = problems;
    }

    @GetMapping
    String blank(Model model) {
        FormProblems.none(model);
        model.addAttribute("form", new PlatformForm("", "", "HOST"));
        model.addAttribute("kinds", Platform.Kind.values());
        return "catalog/platform-new";
    }

    /** Takes in a platform, or renames the one with this key. */
    @PostMapping
    String put(
            @ModelAttribute("form") PlatformForm form,
            BindingResult errors,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        Platform platform = form.read(errors);
        if (!errors.hasErrors()) {
            return "redirect:/catalogue/platforms/"
                    + catalogue.put(platform.key(), platform.name(), platform.kind(), viewer);
        }
        problems.refuse(errors, model, response);
        model.addAttribute("kinds", Platform.Kind.values());
        return "catalog/platform-new";
    }

    @GetMapping("/{id}")
    String platform(@PathVariable long id, Model model) {
        FormProblems.none(model);
        model.addAttribute("form", LineForm.EMPTY);
        return shown(id, model);
    }

    private String shown(long id, Model model) {
        model.addAttribute("platform", find(id));
        model.addAttribute("lines", platforms.lines(id));
        return "catalog/platform";
    }

    @PostMapping("/{id}/lines")
    String line(
            @PathVariable long id,
            @ModelAttribute("form") LineForm form,
            BindingResult errors,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        find(id);
        form.read(errors).ifPresent(line -> catalogue.put(id, line, viewer));
        if (!errors.hasErrors()) {
            return "redirect:/catalogue/platforms/" + id;
        }
        problems.refuse(errors, model, response);
        return shown(id, model);
    }

    @PostMapping("/{id}/lines/removal")
    String remove(@PathVariable long id, @RequestParam(defaultValue = "") String version, Viewer viewer) {
        find(id);
        catalogue.removeLine(id, Entry.text(version), viewer);
        return "redirect:/catalogue/platforms/" + id;
    }

    private Platform find(long id) {
        return platforms.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
