package support.ticket;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import support.sla.Severity;

/**
 * What of a conversation becomes a ticket of its own.
 *
 * @param severity the impact of that; null for an idea and only there
 * @param messages the numbers of what moves
 */
public record Part(String summary, @Nullable Severity severity, Set<Long> messages) {
    public Part {
        Words.check(summary, Request.LONGEST_SUMMARY);
        messages = Set.copyOf(messages);
    }
}
