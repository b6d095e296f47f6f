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
import support.catalog.App;
import support.catalog.Channel;
import support.catalog.Hosting;
import support.catalog.Lifecycle;
import support.catalog.app.Catalogue;
import support.catalog.persistence.AppKeys;
import support.catalog.persistence.Apps;
import support.catalog.persistence.Platforms;
import support.catalog.persistence.Releases;
import support.people.Viewer;
import support.site.web.FormProblems;

/** The apps of the catalogue and their releases. */
@Controller
@RequestMapping("/catalogue")
class CatalogueController {
    private final Apps apps;
    private final Releases releases;
    private final Platforms platforms;
    private final AppKeys keys;
    private final Catalogue catalogue;
    private final FormProblems problems;

    CatalogueController(
            Apps apps,
            Releases releases,
            Platforms platforms,
            AppKeys keys,
            Catalogue catalogue,
            FormProblems problems) {
        this.apps = apps;
        this.releases = releases;
        this.platforms = platforms;
        this.keys = keys;
        this.catalogue = catalogue;
        this.problems = problems;
    }

    @GetMapping
    String list(Model model) {
        FormProblems.none(model);
        model.addAttribute("form", AppForm.EMPTY);
        return shown(model);
    }

    private String shown(Model model) {
        model.addAttribute("apps", apps.all());
        model.addAttribute("platforms", platforms.all());
        model.addAttribute("lifecycles", Lifecycle.values());
        model.addAttribute("hostings", Hosting.values());
        return "catalog/list";
    }

    /** Takes in an app, or changes the one with this key. */
    @PostMapping("/apps")
    String put(
            @ModelAttribute("form") AppForm form,
            BindingResult errors,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        App app = form.read(errors);
        if (!errors.hasErrors()) {
            return "redirect:/catalogue/apps/" + catalogue.put(app, viewer);
        }
        problems.refuse(errors, model, response);
        return shown(model);
    }

    @GetMapping("/apps/{id}")
    String app(@PathVariable long id, Model model) {
        FormProblems.none(model);
        model.addAttribute("form", ReleaseForm.EMPTY);
        return app(find(id), model);
    }

    private String app(App app, Model model) {
        model.addAttribute("app", app);
        model.addAttribute("about", AppForm.of(app));
        model.addAttribute("releases", releases.of(app.id()));
        model.addAttribute("keys", keys.of(app.id()));
        model.addAttribute("platforms", platforms.all());
        model.addAttribute("lifecycles", Lifecycle.values());
        model.addAttribute("hostings", Hosting.values());
        model.addAttribute("channels", Channel.values());
        return "catalog/app";
    }

    @PostMapping("/apps/{id}/releases")
    String release(
            @PathVariable long id,
            @ModelAttribute("form") ReleaseForm form,
            BindingResult errors,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        App app = find(id);
        form.read(platforms.all(), errors).ifPresent(release -> catalogue.put(id, release, viewer));
        if (!errors.hasErrors()) {
            return "redirect:/catalogue/apps/" + id;
        }
        problems.refuse(errors, model, response);
        return app(app, model);
    }

    @PostMapping("/apps/{id}/releases/removal")
    String remove(@PathVariable long id, @RequestParam(defaultValue = "0") long release, Viewer viewer) {
        find(id);
        catalogue.removeRelease(id, release, viewer);
        return "redirect:/catalogue/apps/" + id;
    }

    private App find(long id) {
        return apps.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
