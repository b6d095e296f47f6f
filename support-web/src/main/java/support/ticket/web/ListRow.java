package support.ticket.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import support.ticket.persistence.TicketLine;

/**
 * A line of a customer's list, in words. Public, so that what the template says of it can be compiled.
 *
 * @param standing what became of the promise that counts
 * @param dueAt its due time; null where there is no promise, and while its time rests
 * @param metric what was promised; null for nothing
 */
public record ListRow(
        TicketLine line,
        String status,
        String standing,
        @Nullable Instant dueAt,
        @Nullable String metric) {}
