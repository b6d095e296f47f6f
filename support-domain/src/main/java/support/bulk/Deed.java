package support.bulk;

import org.jspecify.annotations.Nullable;
import support.ticket.Status;
import support.ticket.Tag;

/** What is done to each of several tickets. */
public sealed interface Deed {
    /** @param to null: the tickets are nobody's from then on */
    record Assign(@Nullable Long to) implements Deed {}

    record AddTag(Tag tag) implements Deed {}

    record RemoveTag(Tag tag) implements Deed {}

    record SetStatus(Status to) implements Deed {}

    /**
     * An answer that is prepared, with what goes along with it.
     *
     * @param version the one that somebody has read; with another nothing is done
     */
    record UseMacro(long macro, int version) implements Deed {}
}
