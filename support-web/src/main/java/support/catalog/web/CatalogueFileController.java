package support.catalog.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import support.catalog.app.Catalogue;
import support.catalog.persistence.Apps;
import support.catalog.persistence.CatalogueFiles;
import support.catalog.persistence.Platforms;
import support.people.Viewer;

/** A file for the catalogue: first what it would change, then the change. */
@Controller
@RequestMapping("/catalogue")
class CatalogueFileController {
    /** Far more than any app has versions. */
    private static final long LARGEST = 10_000_000;

    private final Apps apps;
    private final Platforms platforms;
    private final CatalogueFiles files;
    private final Catalogue catalogue;

    CatalogueFileController(Apps apps, Platforms platforms, CatalogueFiles files, Catalogue catalogue) {
        this.apps = apps;
        this.platforms = platforms;
        this.files = files;
        this.catalogue = catalogue;
    }

    @PostMapping("/file")
    String ofApps(@RequestParam(required = false) @Nullable MultipartFile file, Viewer viewer) throws IOException {
        return keep(file, null, null, viewer, "/catalogue");
    }

    @PostMapping("/apps/{id}/file")
    String ofApp(@PathVariable long id, @RequestParam(required = false) @Nullable MultipartFile file, Viewer viewer)
            throws IOException {
        known(apps.find(id).isPresent());
        return keep(file, id, null, viewer, "/catalogue/apps/" + id);
    }

    @PostMapping("/platforms/{id}/file")
    String ofPlatform(
            @PathVariable long id, @RequestParam(required = false) @Nullable MultipartFile file, Viewer viewer)
            throws IOException {
        known(platforms.find(id).isPresent());
        return keep(file, null, id, viewer, "/catalogue/platforms/" + id);
    }

    private String keep(
            @Nullable MultipartFile file, @Nullable Long app, @Nullable Long platform, Viewer viewer, String back)
            throws IOException {
        if (file == null || file.isEmpty() || file.getSize() > LARGEST) {
            return "redirect:" + back + "?nofile";
        }
        String name = Entry.text(Objects.requireNonNullElse(file.getOriginalFilename(), ""));
        String content = new String(file.getBytes(), StandardCharsets.UTF_8);
        return "redirect:/catalogue/files/" + catalogue.keep(name, content, app, platform, viewer);
    }

    @GetMapping("/files/{file}")
    String look(@PathVariable UUID file, Model model) {
        CatalogueFiles.Kept kept = files.find(file).orElseThrow(CatalogueFileController::notThere);
        model.addAttribute("file", kept);
        model.addAttribute("trial", catalogue.look(kept));
        model.addAttribute("back", back(kept));
        return "catalog/file";
    }

    @PostMapping("/files/{file}")
    String take(@PathVariable UUID file, Viewer viewer) {
        CatalogueFiles.Kept kept = files.find(file).orElseThrow(CatalogueFileController::notThere);
        catalogue.take(kept, viewer);
        return "redirect:" + back(kept) + "?taken";
    }

    private static String back(CatalogueFiles.Kept kept) {
        if (kept.app() != null) {
            return "/catalogue/apps/" + kept.app();
        }
        return kept.platform() != null ? "/catalogue/platforms/" + kept.platform() : "/catalogue";
    }

    private static void known(boolean there) {
        if (!there) {
            throw notThere();
        }
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
