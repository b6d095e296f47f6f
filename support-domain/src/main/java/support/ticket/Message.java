package support.ticket;

import java.time.Instant;

/**
 * One entry of a ticket's conversation.
 *
 * @param author the person who wrote it
 * @param internal true for a note that only people of the desk may ever see
 */
public record Message(long author, boolean internal, Words words, Instant writtenAt) {}
