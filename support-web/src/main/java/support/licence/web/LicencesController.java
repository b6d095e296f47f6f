package support.licence.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import support.audit.Deed;
import support.audit.app.Audit;
import support.licence.app.Importing;
import support.licence.persistence.LicenceImports;
import support.licence.persistence.Licences;
import support.organisation.persistence.Organisations;
import support.people.Viewer;

/** The licences that the Marketplace reported, and the runs in which they were taken in; for admins. */
@Controller
@RequestMapping("/licences")
class LicencesController {
    private static final int PAGE = 50;
    private static final int LONGEST_SEARCH = 200;

    private final Licences licences;
    private final Importing importing;
    private final Organisations organisations;
    private final Audit audit;

    LicencesController(Licences licences, Importing importing, Organisations organisations, Audit audit) {
        this.licences = licences;
        this.importing = importing;
        this.organisations = organisations;
        this.audit = audit;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String search, @RequestParam(defaultValue = "0") long after, Model model) {
        String wanted = search.replace("\0", "").strip();
        wanted = wanted.length() > LONGEST_SEARCH ? wanted.substring(0, LONGEST_SEARCH) : wanted;
        List<Licences.Line> lines = licences.page(wanted, after, PAGE + 1);
        List<Licences.Line> page = lines.subList(0, Math.min(PAGE, lines.size()));
        model.addAttribute("search", wanted);
        model.addAttribute("lines", page);
        model.addAttribute(
                "more", lines.size() > PAGE ? page.getLast().licence().id() : null);
        model.addAttribute("count", licences.count());
        model.addAttribute("runs", importing.newest());
        return "licence/list";
    }

    @PostMapping("/imports")
    String take(
            @RequestParam(required = false) @Nullable MultipartFile file,
            Viewer viewer,
            Model model,
            HttpServletResponse response)
            throws IOException {
        if (file == null || file.isEmpty()) {
            return refuse("licences.file.empty", model, response);
        }
        Path copy = Files.createTempFile("licences", ".report");
        file.transferTo(copy);
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "").replace("\0", "");
        return importing
                .start(copy, name.length() > LONGEST_SEARCH ? name.substring(0, LONGEST_SEARCH) : name, viewer.id())
                .map(run -> "redirect:/licences/imports/" + run)
                .orElseGet(() -> refuse("licences.running", model, response));
    }

    private String refuse(String problem, Model model, HttpServletResponse response) {
        model.addAttribute("problem", problem);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return list("", 0, model);
    }

    @GetMapping("/imports/{id}")
    String run(@PathVariable long id, Model model) {
        LicenceImports.Run run =
                importing.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("run", run);
        model.addAttribute("running", run.state() == LicenceImports.State.RUNNING);
        model.addAttribute("problems", importing.problems(id));
        return "licence/import";
    }

    /** All that the report says of it, and whose it is. */
    @GetMapping("/{id}")
    String one(@PathVariable long id, Model model) {
        Licences.Line line = licences.line(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("line", line);
        model.addAttribute("licence", line.licence());
        model.addAttribute("columns", licences.columns(id));
        model.addAttribute("organisations", organisations.page("", null, 500));
        return "licence/one";
    }

    /** Says whose it is, beside whom its addresses name; 0 takes that back. */
    @PostMapping("/{id}/organisation")
    String assign(@PathVariable long id, @RequestParam(defaultValue = "0") long organisation, Viewer viewer) {
        if (!licences.exists(id)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        if (organisation == 0) {
            licences.release(id);
        }
        if (organisation == 0 || licences.assign(id, organisation)) {
            audit.record(
                    Deed.LICENCE_ASSIGNED,
                    viewer.id(),
                    "organisation:" + organisation,
                    Map.of("licence", String.valueOf(id)));
        }
        return "redirect:/licences/" + id;
    }
}
