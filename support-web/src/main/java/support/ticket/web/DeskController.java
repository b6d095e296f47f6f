package support.ticket.web;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import support.people.Viewer;
import support.sla.Metric;
import support.sla.Promise;
import support.sla.Severity;
import support.ticket.Refusal;
import support.ticket.Status;
import support.ticket.TicketEvent;
import support.ticket.TicketNumber;
import support.ticket.app.StaleTicket;
import support.ticket.app.TicketDesk;

/** What people do to a ticket without writing: the desk's changes, the customer's "this is solved" and "it got worse". */
@Controller
@RequestMapping("/tickets/{number}")
class DeskController {
    private final TicketDesk desk;
    private final TicketPage page;

    DeskController(TicketDesk desk, TicketPage page) {
        this.desk = desk;
        this.page = page;
    }

    @PostMapping("/solution")
    String solve(@PathVariable TicketNumber number, Viewer viewer, Model model, HttpServletResponse response) {
        return change(number, viewer, model, response, () -> desk.solve(number, viewer));
    }

    /** The customer says how it is now; one who chooses nothing is asked to. */
    @PostMapping("/impact")
    String impact(
            @PathVariable TicketNumber number,
            @RequestParam(defaultValue = "-1") int seen,
            @RequestParam(required = false) @Nullable Severity severity,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        page.find(number, viewer);
        return severity == null
                ? back(number, viewer, model, response, "raise.severity.empty")
                : reclassify(number, seen, severity, viewer, model, response);
    }

    @PostMapping("/severity")
    String reclassify(
            @PathVariable TicketNumber number,
            @RequestParam int seen,
            @RequestParam Severity severity,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        return change(number, viewer, model, response, () -> desk.reclassify(number, viewer, seen, severity));
    }

    @PostMapping("/status")
    String move(
            @PathVariable TicketNumber number,
            @RequestParam int seen,
            @RequestParam Status status,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        return change(number, viewer, model, response, () -> desk.moveTo(number, viewer, seen, status));
    }

    /** Nobody, when no person is named; only those who answer customers can have a ticket. */
    @PostMapping("/assignment")
    String assign(
            @PathVariable TicketNumber number,
            @RequestParam int seen,
            @RequestParam(required = false) @Nullable Long person,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        return change(number, viewer, model, response, () -> desk.assign(number, viewer, seen, person));
    }

    /** The reason is asked for, and says as much as fits a line or two. */
    @PostMapping("/verdict")
    String correctVerdict(
            @PathVariable TicketNumber number,
            @RequestParam int seen,
            @RequestParam Metric metric,
            @RequestParam int ordinal,
            @RequestParam Promise.Verdict verdict,
            @RequestParam String reason,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("correcting", metric + "-" + ordinal);
        model.addAttribute("correction", reason);
        return change(
                number,
                viewer,
                model,
                response,
                () -> desk.correctVerdict(
                        number,
                        viewer,
                        seen,
                        new TicketEvent.VerdictCorrected(metric, ordinal, verdict, reason.strip())));
    }

    private String change(
            TicketNumber number, Viewer viewer, Model model, HttpServletResponse response, Runnable verb) {
        try {
            verb.run();
            return "redirect:/tickets/" + number;
        } catch (StaleTicket stale) {
            Since.tell(stale.seen(), model);
            return back(number, viewer, model, response, "ticket.stale");
        } catch (IllegalArgumentException noCorrection) {
            return back(number, viewer, model, response, "verdict.reason.missing");
        } catch (Refusal refusal) {
            return back(number, viewer, model, response, "ticket.refused." + refusal.reason());
        }
    }

    private String back(TicketNumber number, Viewer viewer, Model model, HttpServletResponse response, String problem) {
        return page.back(number, problem, viewer, model, response);
    }
}
