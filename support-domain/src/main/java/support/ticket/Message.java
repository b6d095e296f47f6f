package support.ticket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a ticket's conversation.
 *
 * @param author the person who wrote it, or who answers for the automation that did
 * @param internal true for a note that only people of the desk may ever see
 * @param automation the name that the automation had which wrote it; null when a person did
 */
public record Message(
        long author,
        boolean internal,
        Words words,
        Instant writtenAt,
        @Nullable String automation) {

    /** What a person has written. */
    public Message(long author, boolean internal, Words words, Instant writtenAt) {
        this(author, internal, words, writtenAt, null);
    }
}
