package support.partner;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a partnership. Events are only ever added.
 *
 * @param actor the person who did it; null when the desk itself did, because a day was over
 * @param words what was said with it: the application, or a reason; may be empty
 * @param after the partner as it was from then on
 */
public record PartnerEvent(Instant at, @Nullable Long actor, Standing.Step step, String words, Partner after) {
    public static final int LONGEST = 2000;

    /** @throws IllegalArgumentException when the words are too long */
    public PartnerEvent {
        if (words.length() > LONGEST || words.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("words have at most " + LONGEST + " characters and no NUL");
        }
    }
}
