package support.ticket.web;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import support.people.Viewer;
import support.sla.Lane;
import support.sla.app.CurrentTerms;
import support.ticket.Forecast;
import support.ticket.persistence.AnswerPace;
import support.ticket.persistence.LaneTickets;
import support.ticket.persistence.TicketView;

/** What it would cost others to take a ticket of the Fast Lane now: for those who answer, where something is owed on it. */
@Component
class TakingPanel {
    private static final int NAMED = 3;

    /**
     * @param missed the worst of what would be missed
     * @param more how many others would be
     * @param ahead how many stand before it in the queue
     * @param capacity what was assumed
     */
    record Taking(List<Forecast.Miss> missed, int more, int ahead, Forecast.Capacity capacity) {}

    private final LaneTickets lanes;
    private final AnswerPace pace;
    private final CurrentTerms terms;

    TakingPanel(LaneTickets lanes, AnswerPace pace, CurrentTerms terms) {
        this.lanes = lanes;
        this.pace = pace;
        this.terms = terms;
    }

    void show(TicketView ticket, Viewer viewer, Instant now, Model model) {
        boolean asked = viewer.role().answers() && ticket.state().lane() == Lane.FAST_LANE;
        if (asked
                && ticket.state().owed().isPresent()
                && !ticket.state().status().isDone()) {
            model.addAttribute("taking", taking(ticket, now));
        }
    }

    private Taking taking(TicketView ticket, Instant now) {
        Forecast.Capacity capacity = pace.at(now);
        List<Forecast.Owed> ahead = lanes.ahead(ticket.facts().number());
        List<Forecast.Miss> missed =
                new Forecast(capacity, now, terms.calendar().hours()).missedByTakingBefore(ahead);
        int named = Math.min(NAMED, missed.size());
        return new Taking(missed.subList(0, named), missed.size() - named, ahead.size(), capacity);
    }
}
