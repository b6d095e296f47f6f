package support.ticket.web;

import java.time.Instant;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;
import support.sla.Promise;
import support.ticket.persistence.TicketLine;

/** Puts the lines of customers' lists into words: once here costs a fraction of working them out in each cell. */
@Component
public class ListRows {
    private final MessageSourceAccessor words;

    ListRows(MessageSource messages) {
        words = new MessageSourceAccessor(messages);
    }

    public List<ListRow> of(List<TicketLine> lines, Instant now) {
        return lines.stream().map(line -> row(line, now)).toList();
    }

    private ListRow row(TicketLine line, Instant now) {
        Promise promise = line.promise();
        return new ListRow(
                line,
                words.getMessage("status." + line.status()),
                words.getMessage(standing(line, now)),
                promise == null || promise.isPaused() ? null : promise.dueAt(),
                promise == null ? null : words.getMessage("metric." + promise.metric()));
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
