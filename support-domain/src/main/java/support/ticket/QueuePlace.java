package support.ticket;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import support.sla.Lane;
import support.sla.Promise;

/**
 * Where a ticket stands in the queue: by band, within it by time, then the Fast Lane first, then by number.
 *
 * <p>A promise stands at its due time, in the Fast Lane as if it were due after a quarter of its time; cut to the minute,
 * as it is shown. So the lane goes ahead of what has time left, never ahead of what is overdue or due sooner than that.
 * The place is only that: the due time stays.
 */
public record QueuePlace(Band band, Instant at) {
    /** Why a ticket stands where it stands; the order of the constants is the order of the queue. */
    public enum Band {
        /** Something is owed by a time: the earliest due time first, so the overdue are on top. */
        PROMISED,
        /** The customer wrote last: who has waited longest first. */
        ANSWER_AWAITED,
        /** The desk is working on it and owes nothing by a time. */
        IN_PROGRESS,
        WAITING_FOR_CUSTOMER
    }

    /** Empty when the ticket is done. */
    static Optional<QueuePlace> of(TicketState state) {
        if (state.status().isDone()) {
            return Optional.empty();
        }
        return Optional.of(state.owed()
                .map(promise -> of(promise, state.lane()))
                .orElseGet(() -> new QueuePlace(bandWithoutPromise(state), state.turnSince())));
    }

    private static QueuePlace of(Promise promise, Lane lane) {
        Instant at = lane == Lane.FAST_LANE ? promise.laneAt() : promise.dueAt();
        return new QueuePlace(Band.PROMISED, at.truncatedTo(ChronoUnit.MINUTES));
    }

    private static Band bandWithoutPromise(TicketState state) {
        if (state.answerAwaited()) {
            return Band.ANSWER_AWAITED;
        }
        return state.status() == Status.WAITING_FOR_CUSTOMER ? Band.WAITING_FOR_CUSTOMER : Band.IN_PROGRESS;
    }
}
