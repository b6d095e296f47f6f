package support.ticket.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import support.people.Viewer;
import support.ticket.Quotation;
import support.ticket.TicketNumber;
import support.ticket.app.TicketDesk;

/** Additional support for money: the desk offers it, the customer accepts or declines. */
@Controller
@RequestMapping("/tickets/{number}/quotation")
class QuotationController {
    private final TicketDesk desk;
    private final TicketDeeds deeds;
    private final QuotationPanel panel;

    QuotationController(TicketDesk desk, TicketDeeds deeds, QuotationPanel panel) {
        this.desk = desk;
        this.deeds = deeds;
        this.panel = panel;
    }

    @PostMapping
    String offer(
            @PathVariable TicketNumber number,
            @ModelAttribute("offer") QuotationForm form,
            BindingResult ignored,
            @RequestParam(defaultValue = "-1") String seen,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        Optional<Quotation> offered = form.quotation(panel.today());
        if (offered.isEmpty()) {
            return deeds.refuse(number, "quotation.price.wrong", viewer, model, response);
        }
        return deeds.run(
                number,
                "quotation.text.wrong",
                viewer,
                model,
                response,
                () -> desk.quote(number, viewer, number(seen), form.words(), offered.get()));
    }

    @PostMapping("/acceptance")
    String accept(
            @PathVariable TicketNumber number,
            @RequestParam(defaultValue = "") String offer,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        return deeds.run(
                number,
                "ticket.refused.OFFER_GONE",
                viewer,
                model,
                response,
                () -> desk.acceptQuotation(number, viewer, number(offer)));
    }

    @PostMapping("/refusal")
    String decline(
            @PathVariable TicketNumber number,
            @RequestParam(defaultValue = "") String offer,
            @RequestParam(defaultValue = "") String reason,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        return deeds.run(
                number,
                "quotation.reason.wrong",
                viewer,
                model,
                response,
                () -> desk.declineQuotation(number, viewer, number(offer), reason.strip()));
    }

    private static int number(String typed) {
        return typed.matches("\\d{1,9}") ? Integer.parseInt(typed) : -1;
    }
}
