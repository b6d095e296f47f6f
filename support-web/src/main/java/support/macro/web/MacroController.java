package support.macro.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import support.macro.Macro;
import support.macro.Variable;
import support.macro.app.MacroDesk;
import support.macro.persistence.Macros;
import support.people.Viewer;
import support.people.persistence.People;
import support.site.web.FormProblems;
import support.ticket.Status;

/** Where macros are kept: one's own, and by leads those that all share. */
@Controller
@RequestMapping("/macros")
class MacroController {
    private final Macros macros;
    private final MacroDesk desk;
    private final People people;
    private final FormProblems problems;

    MacroController(Macros macros, MacroDesk desk, People people, FormProblems problems) {
        this.macros = macros;
        this.desk = desk;
        this.people = people;
        this.problems = problems;
    }

    @GetMapping
    String list(Viewer viewer, Model model) {
        List<Macros.Line> all = macros.of(viewer);
        model.addAttribute(
                "shared", all.stream().filter(line -> line.macro().isShared()).toList());
        model.addAttribute(
                "own", all.stream().filter(line -> !line.macro().isShared()).toList());
        return "macro/list";
    }

    @GetMapping("/new")
    String blank(@ModelAttribute("form") MacroForm form, BindingResult ignored, Model model) {
        FormProblems.none(model);
        return shown(null, model);
    }

    @PostMapping
    String add(
            @ModelAttribute("form") MacroForm form,
            BindingResult errors,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        Macro macro = form.read(errors, viewer);
        return keep(macro, () -> desk.add(macro), null, errors, model, response);
    }

    @GetMapping("/{id}")
    String edit(@PathVariable long id, Viewer viewer, Model model) {
        FormProblems.none(model);
        model.addAttribute("form", MacroForm.of(kept(id, viewer)));
        return shown(id, model);
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable long id,
            @ModelAttribute("form") MacroForm form,
            BindingResult errors,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        Macro macro = form.read(errors, kept(id, viewer));
        return keep(macro, () -> desk.change(macro), id, errors, model, response);
    }

    @PostMapping("/{id}/removal")
    String remove(@PathVariable long id, Viewer viewer) {
        desk.remove(kept(id, viewer));
        return "redirect:/macros";
    }

    private String keep(
            Macro macro,
            Supplier<MacroDesk.Outcome> keeping,
            @Nullable Long id,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        if (macro.assignee() != null && !people.answers(macro.assignee())) {
            errors.rejectValue("assignee", "macro.assignee.wrong");
        }
        if (!errors.hasErrors()) {
            attempt(keeping, errors);
        }
        if (!errors.hasErrors()) {
            return "redirect:/macros";
        }
        problems.refuse(errors, model, response);
        return shown(id, model);
    }

    private static void attempt(Supplier<MacroDesk.Outcome> keeping, BindingResult errors) {
        try {
            MacroDesk.Outcome outcome = keeping.get();
            if (outcome != MacroDesk.Outcome.KEPT) {
                errors.reject("macro." + outcome, new Object[] {Macros.MOST}, null);
            }
        } catch (DuplicateKeyException there) {
            errors.rejectValue("title", "macro.title.there");
        }
    }

    /** One that the viewer may change. */
    private Macro kept(long id, Viewer viewer) {
        return macros.find(id, viewer)
                .map(Macros.Line::macro)
                .filter(macro -> macro.isKeptBy(viewer))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** @param id null for a new one */
    private String shown(@Nullable Long id, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("people", people.desk());
        model.addAttribute("statuses", Status.given());
        model.addAttribute("variables", Variable.values());
        return "macro/form";
    }
}
