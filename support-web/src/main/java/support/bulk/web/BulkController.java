package support.bulk.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import support.bulk.Bulk;
import support.bulk.Deed;
import support.bulk.app.BulkDesk;
import support.macro.Macro;
import support.macro.persistence.Macros;
import support.people.Viewer;
import support.site.web.FormProblems;

/** Whoever answers does one thing to several tickets of the queue. */
@Controller
@RequestMapping("/queue/bulk")
class BulkController {
    private final BulkDesk desk;
    private final BulkPages pages;
    private final Confirming confirming;
    private final BulkWords words;
    private final Macros macros;
    private final FormProblems problems;

    BulkController(
            BulkDesk desk,
            BulkPages pages,
            Confirming confirming,
            BulkWords words,
            Macros macros,
            FormProblems problems) {
        this.desk = desk;
        this.pages = pages;
        this.confirming = confirming;
        this.words = words;
        this.macros = macros;
        this.problems = problems;
    }

    /** @param part what can be done alone, asked for by script */
    @GetMapping
    String choose(BulkForm form, @RequestParam(defaultValue = "false") boolean part, Viewer viewer, Model model) {
        FormProblems.none(model);
        return part ? bar(form, viewer, model) : shown(form, viewer, model);
    }

    @PostMapping
    String act(BulkForm form, Viewer viewer, Model model, HttpServletResponse response) {
        BindingResult errors = FormProblems.found();
        Optional<Deed> read = form.read(errors, viewer);
        Optional<Deed> deed = errors.hasErrors() ? Optional.empty() : read;
        if (deed.isPresent() && deed.get() instanceof Deed.UseMacro used && !form.isConfirmed()) {
            Optional<Macros.Line> macro = macros.find(used.macro(), viewer);
            if (macro.filter(line -> !line.macro().text().isBlank()).isPresent()) {
                return confirm(macro.get(), form, viewer, model);
            }
            deed = macro.map(Macros.Line::macro).map(BulkController::asItIs);
            if (deed.isEmpty()) {
                errors.rejectValue("macro", "bulk.wrong.macro");
            }
        }
        if (deed.isPresent()) {
            return "redirect:" + form.done(desk.go(form.form(), deed.get(), form.chosen(), viewer));
        }
        problems.refuse(errors, model, response);
        return shown(form, viewer, model);
    }

    private static Deed asItIs(Macro macro) {
        return new Deed.UseMacro(macro.id(), macro.version());
    }

    /** @param bulk names the form that was sent */
    @GetMapping("/done")
    String done(@RequestParam UUID bulk, @RequestParam(defaultValue = "") String q, Viewer viewer, Model model) {
        Bulk found = found(bulk, viewer);
        pages.results(found, viewer, model);
        model.addAttribute("did", words.done(found.deed(), viewer));
        model.addAttribute("q", q);
        return "bulk/done";
    }

    @PostMapping("/undo")
    String undo(BulkForm form, @RequestParam UUID bulk, Viewer viewer) {
        desk.undo(found(bulk, viewer), viewer);
        return "redirect:" + form.done(bulk);
    }

    private Bulk found(UUID bulk, Viewer viewer) {
        return desk.find(bulk, viewer).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String shown(BulkForm form, Viewer viewer, Model model) {
        model.addAttribute("tickets", pages.tickets(form.chosen(), viewer));
        bar(form, viewer, model);
        return "bulk/choose";
    }

    private String bar(BulkForm form, Viewer viewer, Model model) {
        pages.choices(form, viewer, model);
        model.addAttribute("q", form.query());
        return "bulk/part/bar :: bar";
    }

    private String confirm(Macros.Line macro, BulkForm form, Viewer viewer, Model model) {
        confirming.show(macro, form.chosen(), viewer, model);
        model.addAttribute("nonce", form.form());
        model.addAttribute("q", form.query());
        return "bulk/confirm";
    }
}
