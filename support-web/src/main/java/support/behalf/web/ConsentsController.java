package support.behalf.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import support.behalf.app.Answering;
import support.behalf.app.RefusedConsent;
import support.behalf.persistence.EndCustomers;
import support.organisation.app.Members;
import support.people.Viewer;

/** Which partners act for the viewer's organisation, or ask to. All of its people see that, its managers decide. */
@Controller
@RequestMapping("/organisation/consents")
class ConsentsController {
    private final Answering answering;
    private final Members members;
    private final ConsentText text;
    private final Clock clock;

    ConsentsController(Answering answering, Members members, ConsentText text, Clock clock) {
        this.answering = answering;
        this.members = members;
        this.text = text;
        this.clock = clock;
    }

    @GetMapping
    String list(Viewer viewer, Model model) {
        model.addAttribute("organisation", members.organisation(viewer));
        model.addAttribute("lines", answering.all(viewer));
        model.addAttribute("now", clock.instant());
        return "behalf/consents";
    }

    @GetMapping("/{id}")
    String one(@PathVariable long id, Viewer viewer, Model model) {
        EndCustomers.Line line = answering.find(id, viewer);
        model.addAttribute("line", line);
        model.addAttribute("consent", line.customer().consent(clock.instant()));
        model.addAttribute("agrees", line.customer().letsAgree(clock.instant()));
        model.addAttribute("open", answering.isActive(line.customer()));
        model.addAttribute("words", text.lines(line.partner(), name(viewer)));
        model.addAttribute("history", answering.history(id, viewer));
        model.addAttribute(
                "managers",
                members.people(viewer).stream()
                        .filter(person -> person.manages())
                        .toList());
        return "behalf/consent";
    }

    @PostMapping("/{id}/agreement")
    String agree(@PathVariable long id, Viewer viewer, Model model, HttpServletResponse response) {
        return change(id, viewer, model, response, () -> {
            String partner = answering.find(id, viewer).partner();
            answering.agree(id, viewer, String.join("\n", text.lines(partner, name(viewer))));
        });
    }

    @PostMapping("/{id}/refusal")
    String refuse(@PathVariable long id, Viewer viewer, Model model, HttpServletResponse response) {
        return change(id, viewer, model, response, () -> answering.refuse(id, viewer));
    }

    @PostMapping("/{id}/revocation")
    String revoke(@PathVariable long id, Viewer viewer, Model model, HttpServletResponse response) {
        return change(id, viewer, model, response, () -> answering.revoke(id, viewer));
    }

    private String name(Viewer viewer) {
        return members.organisation(viewer).name();
    }

    private String change(long id, Viewer viewer, Model model, HttpServletResponse response, Runnable deed) {
        try {
            deed.run();
            return "redirect:/organisation/consents/" + id;
        } catch (RefusedConsent refused) {
            model.addAttribute("problem", "consent.refused." + refused.reason());
            response.setStatus(HttpStatus.CONFLICT.value());
            return one(id, viewer, model);
        }
    }
}
