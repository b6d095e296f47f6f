package support.ticket;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import support.sla.Promise;
import support.sla.Receipt;

/** Reads from a ticket's history how its level was changed, for the receipt of its promise. */
public final class LevelChanges {
    private LevelChanges() {}

    /** Those while the promise ran, with the due times before and after each; a day that a person named has none. */
    public static List<Receipt.Reclassified> of(List<TicketEvent> history, Promise promise) {
        List<Receipt.Reclassified> changes = new ArrayList<>();
        Instant due = null;
        for (TicketEvent event : history) {
            if (promise.decidedAt() != null && event.at().isAfter(promise.decidedAt())) {
                return changes;
            }
            switch (event.what()) {
                case TicketEvent.PromiseMade made -> {
                    if (made.metric() == promise.metric() && !event.at().isAfter(promise.startedAt())) {
                        changes.clear();
                        due = made.dueAt();
                    } else if (made.metric() == promise.metric()) {
                        return changes;
                    }
                }
                case TicketEvent.SeverityChanged changed -> add(changes, event.at(), changed, due);
                case TicketEvent.DueMoved moved -> {
                    if (moved.metric() == promise.metric()) {
                        move(changes, moved);
                        due = moved.to();
                    }
                }
                case TicketEvent.PromiseMoved moved -> due = moved.metric() == promise.metric() ? moved.to() : due;
                case TicketEvent.PromiseResumed resumed ->
                    due = resumed.metric() == promise.metric() ? resumed.dueAt() : due;
                default -> {}
            }
        }
        return changes;
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
