package support.ticket.web;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import support.sla.Lane;
import support.sla.Promise;
import support.sla.Terms;
import support.ticket.QueuePlace;
import support.ticket.persistence.TicketLine;

/**
 * A line of the queue, with the reason for its place.
 *
 * @param left business time until the due time; null when no answer is owed, zero when it is overdue
 * @param overdueBy business time since the due time; null while it is not overdue
 * @param why the message that says why the line stands where it stands
 */
record QueueRow(
        TicketLine line, @Nullable Duration left, @Nullable Duration overdueBy, String why) {
    private static final Duration CLOSE = Duration.ofHours(1);

    static QueueRow of(TicketLine line, Instant now, Terms terms) {
        Promise promise = line.promise();
        if (promise == null || !line.owes()) {
            return new QueueRow(line, null, null, why(line, false));
        }
        boolean overdue = now.isAfter(promise.dueAt());
        return new QueueRow(
                line, promise.timeLeft(now, terms), overdue ? promise.overdueBy(now, terms) : null, why(line, overdue));
    }

    private static String why(TicketLine line, boolean overdue) {
        QueuePlace place = line.place();
        if (place == null) {
            return "queue.why.done";
        }
        if (line.coverage().admission().isUndecided()) {
            return "queue.why." + line.coverage().admission();
        }
        if (overdue) {
            return "queue.why.overdue";
        }
        if (place.band() == QueuePlace.Band.PROMISED && line.promise() != null) {
            return "queue.why." + line.promise().metric() + (line.lane() == Lane.FAST_LANE ? ".fast" : "");
        }
        return "queue.why." + place.band();
    }

    public boolean isOverdue() {
        return overdueBy != null;
    }

    /** Little time is left. */
    public boolean isClose() {
        return !isOverdue() && left != null && left.compareTo(CLOSE) <= 0;
    }
}
