package support.site.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.validation.MapBindingResult;
import org.springframework.validation.ObjectError;

/** What is wrong with a form, for the summary at the top of its page. */
@Component
public class FormProblems {
    /** @param field the id of the field to go to; null for the form as a whole */
    public record Problem(@Nullable String field, String text) {}

    private final MessageSource messages;

    FormProblems(MessageSource messages) {
        this.messages = messages;
    }

    /** Puts the problems into the page: all of them for its summary, the first of each field beside the field. */
    public void show(BindingResult errors, Model model) {
        model.addAttribute("failed", errors.hasErrors());
        List<Problem> problems =
                errors.getAllErrors().stream().map(this::problem).toList();
        Map<String, String> wrong = new HashMap<>();
        for (Problem problem : problems) {
            if (problem.field != null) {
                wrong.putIfAbsent(problem.field, problem.text);
            }
        }
        model.addAttribute("problems", problems);
        model.addAttribute("wrong", wrong);
    }

    /** The page with its form again, which could not be taken: it says what is wrong, and answers so. */
    public void refuse(BindingResult errors, Model model, HttpServletResponse response) {
        show(errors, model);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    }

    /** For a form that is read by hand: what is wrong with it is said by field here. */
    public static BindingResult found() {
        return new MapBindingResult(new HashMap<>(), "form");
    }

    /** A page whose form has not been sent. */
    public static void none(Model model) {
        model.addAttribute("failed", false);
        model.addAttribute("problems", List.of());
        model.addAttribute("wrong", Map.of());
    }

    private Problem problem(ObjectError error) {
        String text = messages.getMessage(error, LocaleContextHolder.getLocale());
        return new Problem(error instanceof FieldError field ? field.getField() : null, text);
    }
}
