package support.ticket.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import support.people.Viewer;
import support.ticket.TicketNumber;
import support.ticket.Words;
import support.ticket.app.Intake;
import support.ticket.app.TicketDesk;

/** The desk decides whether a ticket is covered: asks the rules again, accepts it, declines it. */
@Controller
@RequestMapping("/tickets/{number}/coverage")
class CoverageController {
    private final TicketDesk desk;
    private final Intake intake;
    private final TicketPage page;
    private final TicketDeeds deeds;

    CoverageController(TicketDesk desk, Intake intake, TicketPage page, TicketDeeds deeds) {
        this.desk = desk;
        this.intake = intake;
        this.page = page;
        this.deeds = deeds;
    }

    @PostMapping("/check")
    String check(
            @PathVariable TicketNumber number,
            @RequestParam(defaultValue = "-1") int seen,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        long requester = page.find(number, viewer).facts().requester();
        return deeds.run(number, "", viewer, model, response, () -> intake.checkAgain(number, requester, viewer, seen));
    }

    @PostMapping("/acceptance")
    String accept(
            @PathVariable TicketNumber number,
            @RequestParam(defaultValue = "-1") int seen,
            @RequestParam(defaultValue = "") String reason,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("accepting", reason);
        return deeds.run(
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
        model.addAttribute("declining", text);
        UUID named = nonce == null ? UUID.randomUUID() : nonce;
        return deeds.run(
                number,
                "coverage.decline.words.empty",
                viewer,
                model,
                response,
                () -> desk.declineCoverage(number, viewer, seen, new Words(text, named)));
    }
}
