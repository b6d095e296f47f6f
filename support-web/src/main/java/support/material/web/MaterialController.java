package support.material.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import support.catalog.App;
import support.catalog.persistence.Apps;
import support.material.Material;
import support.material.Section;
import support.material.app.Shelves;
import support.material.persistence.Materials;
import support.people.Viewer;
import support.scan.app.Finding;
import support.scan.app.SentFiles;
import support.site.web.FormProblems;
import support.site.web.SavedFile;
import support.ticket.TicketFile;

/** Leads put material on the shelves; partners take files from them. */
@Controller
@RequestMapping("/materials")
class MaterialController {
    private final Materials materials;
    private final Apps apps;
    private final Shelves shelves;
    private final SentFiles scanned;
    private final FormProblems problems;

    MaterialController(Materials materials, Apps apps, Shelves shelves, SentFiles scanned, FormProblems problems) {
        this.materials = materials;
        this.apps = apps;
        this.shelves = shelves;
        this.scanned = scanned;
        this.problems = problems;
    }

    @GetMapping
    String list(Model model) {
        Map<Long, List<Material>> shelved = materials.byApp();
        Set<Long> offered = apps.active().stream().map(App::id).collect(Collectors.toSet());
        // what lies on an app that is offered no more has to be found to be removed
        model.addAttribute(
                "apps",
                apps.all().stream()
                        .filter(app -> offered.contains(app.id()) || shelved.containsKey(app.id()))
                        .toList());
        model.addAttribute("offered", offered);
        model.addAttribute("materials", shelved);
        return "material/list";
    }

    @GetMapping("/new")
    String blank(
            @RequestParam(required = false) @Nullable String app,
            @RequestParam(required = false) @Nullable String course,
            Model model) {
        FormProblems.none(model);
        return form(MaterialForm.blank(app, course), model);
    }

    /** Partners open what lies on the shelves. */
    private boolean isHarmless(@Nullable MultipartFile file, Viewer by, BindingResult errors) {
        if (file == null || file.isEmpty()) {
            return true;
        }
        Finding.Kind found = scanned.look(file, by.id());
        if (found != Finding.Kind.CLEAN) {
            Object[] name = {TicketFile.safeName(String.valueOf(file.getOriginalFilename()))};
            String problem = found == Finding.Kind.HARMFUL ? "files.HARMFUL" : "files.UNCHECKED";
            errors.rejectValue("file", problem, name, problem);
        }
        return found == Finding.Kind.CLEAN;
    }

    @PostMapping
    String add(MaterialForm form, Viewer viewer, Model model, HttpServletResponse response) throws IOException {
        BindingResult errors = FormProblems.found();
        Material material = form.read(errors).orElse(null);
        if (material != null && isOffered(material, errors) && isHarmless(form.file(), viewer, errors)) {
            try (InputStream bytes = bytes(material, form.file())) {
                shelves.add(material, bytes, viewer);
                return "redirect:" + home(material);
            } catch (DataIntegrityViolationException unknown) {
                errors.rejectValue("app", "raise.app.empty"); // no course of that number
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        problems.show(errors, model);
        return form(form, model);
    }

    private boolean isOffered(Material material, BindingResult errors) {
        Long app = material.app();
        if (app != null && apps.active().stream().noneMatch(one -> one.id() == app)) {
            errors.rejectValue("app", "raise.app.empty");
        }
        return !errors.hasErrors();
    }

    private static @Nullable InputStream bytes(Material material, @Nullable MultipartFile file) throws IOException {
        return material.content() instanceof Material.File
                ? Objects.requireNonNull(file).getInputStream()
                : null;
    }

    @PostMapping("/{id}/removal")
    String remove(@PathVariable long id, Viewer viewer) {
        Material material = materials.find(id).orElseThrow(MaterialController::notThere);
        shelves.remove(material, viewer);
        return "redirect:" + home(material);
    }

    @GetMapping("/{id}/file")
    ResponseEntity<StreamingResponseBody> file(@PathVariable long id, Viewer viewer) {
        Material material = (viewer.staff() ? materials.find(id) : materials.published(id))
                .orElseThrow(MaterialController::notThere);
        if (!(material.content() instanceof Material.File file)) {
            throw notThere();
        }
        return SavedFile.answer(file.name(), file.size(), out -> materials.copy(id, file.size(), out));
    }

    private String form(MaterialForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("apps", apps.active());
        model.addAttribute("sections", Section.ofApps());
        return "material/form";
    }

    private static String home(Material material) {
        return material.course() == null ? "/materials" : "/courses/" + material.course();
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
