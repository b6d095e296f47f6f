package support.ticket.web;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import support.people.Viewer;
import support.sla.app.CurrentTerms;
import support.ticket.Coverage;
import support.ticket.Quotation;
import support.ticket.persistence.TicketView;

/** What the page of a ticket shows of an offer. */
@Component
class QuotationPanel {
    private final CurrentTerms terms;

    QuotationPanel(CurrentTerms terms) {
        this.terms = terms;
    }

    /** In the desk's zone. */
    LocalDate today() {
        return terms.today();
    }

    void show(TicketView ticket, Viewer viewer, Model model) {
        Quotation quotation = ticket.state().quotation();
        boolean open = ticket.state().coverage().admission() == Coverage.Admission.QUOTED;
        model.addAttribute("quotation", quotation);
        model.addAttribute("offerStands", quotation != null && open && quotation.standsOn(today()));
        model.addAttribute("offerEnded", quotation != null && open && !quotation.standsOn(today()));
        model.addAttribute("decides", !viewer.staff() && ticket.facts().letsInvite(viewer));
        if (viewer.role().answers()) {
            model.addAttribute("currencies", QuotationForm.CURRENCIES);
            if (!model.containsAttribute("offer")) {
                model.addAttribute("offer", QuotationForm.blank(today()));
            }
        }
    }
}
