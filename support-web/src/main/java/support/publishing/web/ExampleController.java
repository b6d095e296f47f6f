package support.publishing.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import support.people.Viewer;
import support.publishing.Example;
import support.publishing.app.ExampleBook;
import support.publishing.persistence.Examples;
import support.site.web.FormProblems;
import support.sla.Terms;
import support.sla.app.CurrentTerms;

/** The examples that the terms have to meet. */
@Controller
@RequestMapping("/terms/examples")
class ExampleController {
    /** An example, and what the published terms come to. */
    record Line(long id, Example.Outcome outcome) {}

    private final Examples examples;
    private final ExampleBook book;
    private final CurrentTerms terms;
    private final FormProblems problems;

    ExampleController(Examples examples, ExampleBook book, CurrentTerms terms, FormProblems problems) {
        this.examples = examples;
        this.book = book;
        this.terms = terms;
        this.problems = problems;
    }

    @GetMapping
    String page(Model model) {
        FormProblems.none(model);
        model.addAttribute("form", ExampleForm.EMPTY);
        return show(model);
    }

    @PostMapping
    String add(
            @ModelAttribute("form") ExampleForm form,
            BindingResult errors,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        Example example = form.read(errors, terms.calendar().zone());
        if (example != null) {
            book.add(example, viewer);
            return "redirect:/terms/examples";
        }
        problems.refuse(errors, model, response);
        return show(model);
    }

    @PostMapping("/removal")
    String remove(@RequestParam long id, Viewer viewer) {
        book.remove(id, viewer);
        return "redirect:/terms/examples";
    }

    private String show(Model model) {
        Terms published = terms.published();
        model.addAttribute(
                "lines",
                examples.all().stream()
                        .map(kept -> new Line(kept.id(), kept.example().on(published)))
                        .toList());
        model.addAttribute("zone", terms.calendar().zone());
        return "publishing/examples";
    }
}
