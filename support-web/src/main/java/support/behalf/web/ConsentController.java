package support.behalf.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import support.access.Secret;
import support.access.web.GoneLink;
import support.behalf.app.Answering;
import support.people.Viewer;

/**
 * Where the letter leads that asks an end customer for its consent. Opening it says nothing yet: whoever has an account
 * goes on to the page of their organisation, whoever has none can open one, or say no.
 */
@Controller
class ConsentController {
    private final Answering answering;
    private final ConsentText text;

    ConsentController(Answering answering, ConsentText text) {
        this.answering = answering;
        this.text = text;
    }

    @GetMapping("/consent/{secret}")
    String question(@PathVariable Secret secret, @Nullable Viewer viewer, Model model, HttpServletResponse response) {
        Optional<Answering.Question> asked = answering.question(secret);
        if (asked.isEmpty()) {
            return GoneLink.page(response);
        }
        Answering.Question question = asked.get();
        if (viewer != null) {
            return Objects.equals(question.owner(), viewer.id())
                    ? "redirect:/organisation/consents/" + question.customer().id()
                    : somebodyElses(response);
        }
        if (question.owner() != null) {
            return "redirect:/sign-in?next=/consent/" + secret.text();
        }
        model.addAttribute("question", question);
        model.addAttribute("words", text.lines(question.partner(), text.yours()));
        return "behalf/question";
    }

    /** Whoever has no account need not open one to say no. */
    @PostMapping("/consent/{secret}/refusal")
    String refuse(@PathVariable Secret secret, @Nullable Viewer viewer, HttpServletResponse response) {
        if (viewer != null && answering.question(secret).isPresent()) {
            return somebodyElses(response);
        }
        return answering.refuse(secret) ? "behalf/refused" : GoneLink.page(response);
    }

    /** Nothing of the question is told. */
    private static String somebodyElses(HttpServletResponse response) {
        response.setStatus(HttpStatus.CONFLICT.value());
        return "behalf/somebody-else";
    }
}
