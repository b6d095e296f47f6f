package support.ticket.web;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;
import support.people.Viewer;
import support.site.web.Times;
import support.sla.Lane;
import support.sla.app.CurrentTerms;
import support.ticket.Forecast;
import support.ticket.TicketNumber;
import support.ticket.persistence.AnswerPace;
import support.ticket.persistence.LaneTickets;
import support.ticket.persistence.TicketLine;

/** What taking each ticket of the Fast Lane now would cost others, in words, for the rows of the queue. */
@Component
class LaneCosts {
    private final LaneTickets lanes;
    private final AnswerPace pace;
    private final CurrentTerms terms;
    private final Times times;
    private final MessageSourceAccessor words;

    LaneCosts(LaneTickets lanes, AnswerPace pace, CurrentTerms terms, Times times, MessageSource messages) {
        this.lanes = lanes;
        this.pace = pace;
        this.terms = terms;
        this.times = times;
        this.words = new MessageSourceAccessor(messages);
    }

    /**
     * For those who answer; of what stands behind more than a thousand others nothing is forecast.
     *
     * @param page in the order of the queue
     */
    Map<TicketNumber, String> of(List<TicketLine> page, Viewer viewer, Instant now) {
        List<TicketNumber> asked = page.stream()
                .filter(line -> line.lane() == Lane.FAST_LANE && line.owes())
                .map(TicketLine::number)
                .toList();
        return !viewer.role().answers() || asked.isEmpty() ? Map.of() : of(asked, now);
    }

    /** What stands ahead of the last of them holds what stands ahead of all the others. */
    private Map<TicketNumber, String> of(List<TicketNumber> asked, Instant now) {
        TicketNumber last = asked.getLast();
        List<Forecast.Owed> line = lanes.ahead(last);
        Forecast forecast = new Forecast(pace.at(now), now, terms.calendar().hours());
        Map<TicketNumber, String> costs = new HashMap<>();
        for (int place = 0; place < line.size(); place++) {
            if (asked.contains(line.get(place).ticket())) {
                costs.put(line.get(place).ticket(), words(forecast.missedByTakingBefore(line.subList(0, place))));
            }
        }
        if (line.size() < LaneTickets.MOST_AHEAD) {
            costs.put(last, words(forecast.missedByTakingBefore(line)));
        }
        return costs;
    }

    private String words(List<Forecast.Miss> missed) {
        if (missed.isEmpty()) {
            return words.getMessage("queue.cost.nobody");
        }
        Forecast.Miss worst = missed.getFirst();
        return words.getMessage(
                "queue.cost", new Object[] {worst.ticket(), times.length(worst.late()), missed.size() - 1});
    }
}
