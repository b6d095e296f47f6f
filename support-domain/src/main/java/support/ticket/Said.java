package support.ticket;

import java.time.Instant;

/**
 * An entry of a conversation as it was kept, without its words.
 *
 * @param desk its author is of the desk
 * @param internal a note that only people of the desk ever see
 */
public record Said(long id, long author, boolean desk, boolean internal, Instant at) {
    boolean isOfCustomer() {
        return !desk && !internal;
    }

    boolean isAnswer() {
        return desk && !internal;
    }
}
