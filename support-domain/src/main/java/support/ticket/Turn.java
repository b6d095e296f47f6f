package support.ticket;

import java.time.Instant;

/**
 * Whose turn it was on a ticket.
 *
 * @param answerAwaited the last public word was the customer's
 * @param since when the one whose turn it was, desk or customer, had it
 */
public record Turn(Status status, boolean answerAwaited, Instant since) {
    public static Turn of(TicketState state) {
        return new Turn(state.status(), state.answerAwaited(), state.turnSince());
    }
}
