package support.ticket.web;

import java.time.Instant;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;
import support.people.Viewer;
import support.site.web.Times;
import support.sla.Promise;
import support.ticket.persistence.TicketLine;

/** Puts the lines of customers' lists into words: once here costs a fraction of working them out in each cell. */
@Component
public class ListRows {
    private final Times times;
    private final MessageSourceAccessor words;

    ListRows(Times times, MessageSource messages) {
        this.times = times;
        words = new MessageSourceAccessor(messages);
    }

    public List<ListRow> of(List<TicketLine> lines, Instant now, Viewer viewer) {
        return lines.stream().map(line -> row(line, now, viewer)).toList();
    }

    private ListRow row(TicketLine line, Instant now, Viewer viewer) {
        Promise promise = line.promise();
        return new ListRow(
                line.number().toString(),
                line.summary(),
                line.app(),
                words.getMessage("status." + line.status()),
                words.getMessage(standing(line, now)),
                promise == null || promise.isPaused() ? null : times.shown(promise.dueAt(), viewer),
                promise == null ? null : words.getMessage("metric." + promise.metric()),
                line.requester(),
                line.endCustomer(),
                times.shown(line.raisedAt(), viewer));
    }

    private static String standing(TicketLine line, Instant now) {
        Promise promise = line.promise();
        if (promise == null) {
            return "promise.none.short";
        }
        if (line.owes()) {
            return now.isAfter(promise.dueAt()) ? "promise.wasDue" : "promise.due";
        }
        return promise.isPaused() ? "promise.paused" : "verdict." + line.verdict();
    }
}
