package support.space.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import support.people.Viewer;
import support.site.web.FormProblems;
import support.sla.app.CurrentTerms;
import support.space.News;
import support.space.app.NewsDesk;
import support.space.app.StaleNews;
import support.space.persistence.NewsBoard;

/** Leads write news for partners. */
@Controller
@RequestMapping("/news")
class NewsController {
    private final NewsBoard board;
    private final NewsDesk desk;
    private final CurrentTerms terms;
    private final FormProblems problems;

    NewsController(NewsBoard board, NewsDesk desk, CurrentTerms terms, FormProblems problems) {
        this.board = board;
        this.desk = desk;
        this.terms = terms;
        this.problems = problems;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("news", board.all());
        model.addAttribute("today", today());
        return "space/news";
    }

    @GetMapping("/new")
    String blank(Model model) {
        FormProblems.none(model);
        return form(null, new NewsForm(null, null, today().toString(), null, null), model);
    }

    @PostMapping
    String add(NewsForm form, Viewer viewer, Model model, HttpServletResponse response) {
        BindingResult errors = FormProblems.found();
        News news = form.read(0, errors).orElse(null);
        if (news == null) {
            return wrong(null, form, errors, model, response);
        }
        desk.add(news, viewer);
        return "redirect:/news";
    }

    @GetMapping("/{id}")
    String edit(@PathVariable long id, Model model) {
        FormProblems.none(model);
        return form(id, NewsForm.of(known(id)), model);
    }

    @PostMapping("/{id}")
    String change(@PathVariable long id, NewsForm form, Viewer viewer, Model model, HttpServletResponse response) {
        known(id);
        BindingResult errors = FormProblems.found();
        News news = form.read(id, errors).orElse(null);
        if (news != null) {
            try {
                desk.change(news, viewer);
                return "redirect:/news";
            } catch (StaleNews stale) {
                errors.reject("topic.stale");
            }
        }
        return wrong(id, form, errors, model, response);
    }

    @PostMapping("/{id}/removal")
    String remove(@PathVariable long id, Viewer viewer) {
        known(id);
        desk.remove(id, viewer);
        return "redirect:/news";
    }

    private String wrong(
            @Nullable Long id, NewsForm form, BindingResult errors, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        problems.show(errors, model);
        return form(id, form, model);
    }

    private String form(@Nullable Long id, NewsForm form, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("form", form);
        model.addAttribute("zone", terms.calendar().zone());
        return "space/news-form";
    }

    private News known(long id) {
        return board.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private LocalDate today() {
        return terms.today();
    }
}
