package support.ticket;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import support.sla.Metric;
import support.sla.Promise;
import support.sla.Receipt;

/** Reads from a ticket's history how its level was changed, for the receipt of its promise. */
public final class LevelChanges {
    private LevelChanges() {}

    /** Those while the promise ran, with the due times before and after each; a day that a person named has none. */
    public static List<Receipt.Reclassified> of(List<TicketEvent> history, Promise promise) {
        List<Receipt.Reclassified> changes = new ArrayList<>();
        Instant due = null;
        for (TicketEvent event : during(history, promise)) {
            switch (event.what()) {
                case TicketEvent.PromiseMade made -> {
                    changes.clear();
                    due = made.dueAt();
                }
                case TicketEvent.SeverityChanged changed -> add(changes, event.at(), changed, due);
                case TicketEvent.DueMoved moved -> {
                    move(changes, moved);
                    due = moved.to();
                }
                case TicketEvent.PromiseMoved moved -> due = moved.to();
                case TicketEvent.PromiseResumed resumed -> due = resumed.dueAt();
                default -> {}
            }
        }
        return changes;
    }

    /** What happened from its beginning until it was decided, to it or to the ticket. */
    private static List<TicketEvent> during(List<TicketEvent> history, Promise promise) {
        if (promise.metric() == Metric.NEXT_NEWS) {
            return List.of();
        }
        Instant end = promise.decidedAt();
        return history.stream()
                .filter(event -> !event.at().isBefore(promise.startedAt())
                        && (end == null || !event.at().isAfter(end)))
                .filter(event ->
                        !(event.what() instanceof TicketEvent.AboutPromise about) || about.metric() == promise.metric())
                .toList();
    }

    private static void add(
            List<Receipt.Reclassified> changes,
            Instant at,
            TicketEvent.SeverityChanged changed,
            @Nullable Instant due) {
        if (due != null) {
            changes.add(new Receipt.Reclassified(at, changed.from(), changed.to(), due, due));
        }
    }

    private static void move(List<Receipt.Reclassified> changes, TicketEvent.DueMoved moved) {
        if (!changes.isEmpty()) {
            Receipt.Reclassified last = changes.removeLast();
            changes.add(new Receipt.Reclassified(last.at(), last.from(), last.to(), moved.from(), moved.to()));
        }
    }
}
