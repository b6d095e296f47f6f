package support.ticket.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import support.people.Viewer;
import support.site.web.FormProblems;
import support.ticket.Refusal;
import support.ticket.TicketNumber;
import support.ticket.Words;
import support.ticket.app.Intake;
import support.ticket.app.StaleTicket;
import support.ticket.app.TicketDesk;

/** The desk decides whether a ticket is covered: asks the rules again, accepts it, declines it. */
@Controller
@RequestMapping("/tickets/{number}/coverage")
class CoverageController {
    private final TicketDesk desk;
    private final Intake intake;
    private final TicketPage page;

    CoverageController(TicketDesk desk, Intake intake, TicketPage page) {
        this.desk = desk;
        this.intake = intake;
        this.page = page;
    }

    @PostMapping("/check")
    String check(
            @PathVariable TicketNumber number,
            @RequestParam(defaultValue = "-1") int seen,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        long requester = page.find(number, viewer).facts().requester();
        return decide(number, "", viewer, model, response, () -> intake.checkAgain(number, requester, viewer, seen));
    }

    @PostMapping("/acceptance")
    String accept(
            @PathVariable TicketNumber number,
            @RequestParam(defaultValue = "-1") int seen,
            @RequestParam(defaultValue = "") String reason,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        page.find(number, viewer);
        return decide(
                number,
                "coverage.accept.reason.empty",
                viewer,
                model,
                response,
                () -> desk.acceptCoverage(number, viewer, seen, reason.strip()));
    }

    @PostMapping("/refusal")
    String decline(
            @PathVariable TicketNumber number,
            @RequestParam(defaultValue = "-1") int seen,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable UUID nonce,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        page.find(number, viewer);
        UUID named = nonce == null ? UUID.randomUUID() : nonce;
        return decide(
                number,
                "coverage.decline.words.empty",
                viewer,
                model,
                response,
                () -> desk.declineCoverage(number, viewer, seen, new Words(text, named)));
    }

    /** @param unreadable what is wrong when words are missing or too long */
    private String decide(
            TicketNumber number,
            String unreadable,
            Viewer viewer,
            Model model,
            HttpServletResponse response,
            Runnable verb) {
        try {
            verb.run();
            return "redirect:/tickets/" + number + "#coverage";
        } catch (StaleTicket stale) {
            return back(number, viewer, model, response, "ticket.stale");
        } catch (IllegalArgumentException words) {
            return back(number, viewer, model, response, unreadable);
        } catch (Refusal refusal) {
            return back(number, viewer, model, response, "ticket.refused." + refusal.reason());
        }
    }

    private String back(TicketNumber number, Viewer viewer, Model model, HttpServletResponse response, String problem) {
        model.addAttribute("problem", problem);
        FormProblems.none(model);
        response.setStatus(HttpStatus.CONFLICT.value());
        return page.show(number, WordsForm.empty(), viewer, model);
    }
}
