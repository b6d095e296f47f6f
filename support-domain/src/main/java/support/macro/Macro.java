package support.macro;

import java.util.List;
import org.jspecify.annotations.Nullable;
import support.people.Viewer;
import support.ticket.Status;
import support.ticket.Tag;

/**
 * An answer that is prepared once and used often: its text, and what goes along with it. Each may be missing, but not all.
 *
 * @param id 0 for one that has not been kept yet
 * @param owner whose own it is; null for one that all who answer share
 * @param text Markdown with {@link Variable variables}; empty for none
 * @param next the status with which the ticket goes on; null where whoever uses it chooses
 * @param tags that the ticket gets
 * @param toUser whoever uses it has the ticket from then on
 * @param assignee who has it from then on; null for nobody by name
 * @param version counts changes, for noticing that a form is stale
 */
public record Macro(
        long id,
        @Nullable Long owner,
        String title,
        String text,
        @Nullable Status next,
        List<Tag> tags,
        boolean toUser,
        @Nullable Long assignee,
        int version) {
    public static final int LONGEST_TITLE = 80;
    public static final int LONGEST_TEXT = 10_000;
    public static final int MOST_TAGS = 10;

    public Macro {
        tags = List.copyOf(tags);
    }

    public boolean isShared() {
        return owner == null;
    }

    /** Shared ones are kept by leads, one's own by oneself. */
    public boolean isKeptBy(Viewer person) {
        return owner == null ? person.role().leads() : owner == person.id();
    }

    /** It would do nothing. */
    public boolean isEmpty() {
        return text.isBlank() && next == null && tags.isEmpty() && !toUser && assignee == null;
    }

    /** Who has the ticket once this person has used it; null: it stays whose it is. */
    public @Nullable Long assigneeFor(Viewer person) {
        return toUser ? Long.valueOf(person.id()) : assignee;
    }
}
