package support.ticket.web;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;
import support.coverage.Verdict;
import support.people.Viewer;
import support.site.web.Times;
import support.sla.Lane;
import support.sla.Promise;
import support.sla.app.CurrentTerms;
import support.ticket.QueuePlace;
import support.ticket.persistence.TicketLine;

/** Puts the lines of the queue into words: once here costs a fraction of working them out in each cell. */
@Component
class QueueRows {
    private static final Duration CLOSE = Duration.ofHours(1);

    private final CurrentTerms terms;
    private final Times times;
    private final MessageSourceAccessor words;

    QueueRows(CurrentTerms terms, Times times, MessageSource messages) {
        this.terms = terms;
        this.times = times;
        this.words = new MessageSourceAccessor(messages);
    }

    /** @param cost what taking it would cost others; null where nobody asks */
    QueueRow row(TicketLine line, @Nullable String cost, Viewer viewer, Instant now) {
        return new QueueRow(
                line.number().toString(),
                line.summary(),
                line.app(),
                line.tags(),
                line.requester(),
                line.organisation(),
                due(line, viewer, now),
                words.getMessage(why(line, now), placedAt(line)),
                words.getMessage(line.severity() == null ? "type.IDEA" : "severity." + line.severity()),
                line.lane() == Lane.FAST_LANE ? words.getMessage("lane.FAST_LANE") : null,
                cost,
                coverage(line),
                words.getMessage("status." + line.status()),
                words.getMessage(line.answerAwaited() ? "queue.waiting.us" : "queue.waiting.notUs"),
                line.snoozedUntil() == null || !line.snoozedUntil().isAfter(now)
                        ? null
                        : words.getMessage("snooze.until", new Object[] {times.desk(line.snoozedUntil())}),
                line.assignee() == null ? words.getMessage("desk.nobody") : line.assignee(),
                line.version());
    }

    private QueueRow.@Nullable Due due(TicketLine line, Viewer viewer, Instant now) {
        Promise promise = line.promise();
        if (promise == null || !promise.isOwed()) {
            return null;
        }
        Times.Shown at = times.shown(promise.dueAt(), viewer);
        if (promise.isPaused()) {
            return new QueueRow.Due(at, "info", words.getMessage("queue.paused"));
        }
        if (now.isAfter(promise.dueAt())) {
            String over = times.length(promise.overdueBy(now, terms.published()));
            return new QueueRow.Due(at, "overdue", words.getMessage("due.over", new Object[] {over}));
        }
        Duration left = promise.timeLeft(now, terms.published());
        return new QueueRow.Due(
                at,
                left.compareTo(CLOSE) < 0 ? "close" : "info",
                words.getMessage("due.left", new Object[] {times.length(left)}));
    }

    private @Nullable String coverage(TicketLine line) {
        Verdict.Kind verdict = line.coverage().verdict();
        return verdict == null || verdict == Verdict.Kind.COVERED ? null : words.getMessage("coverage." + verdict);
    }

    /** A ticket of the Fast Lane stands at another time than it is due; the others' reasons name none. */
    private Object[] placedAt(TicketLine line) {
        QueuePlace place = line.place();
        return place != null && line.lane() == Lane.FAST_LANE ? new Object[] {times.desk(place.at())} : new Object[0];
    }

    private static String why(TicketLine line, Instant now) {
        QueuePlace place = line.place();
        if (place == null) {
            return "queue.why.done";
        }
        if (line.coverage().admission().isUndecided()) {
            return "queue.why." + line.coverage().admission();
        }
        Promise promise = line.promise();
        if (promise != null && line.owes() && now.isAfter(promise.dueAt())) {
            return "queue.why.overdue";
        }
        if (place.band() == QueuePlace.Band.PROMISED && promise != null) {
            return "queue.why." + promise.metric() + (line.lane() == Lane.FAST_LANE ? ".fast" : "");
        }
        return "queue.why." + place.band();
    }
}
