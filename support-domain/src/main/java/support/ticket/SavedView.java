package support.ticket;

import org.jspecify.annotations.Nullable;
import support.people.Viewer;

/**
 * What somebody asks the queue for again and again, under a name.
 *
 * @param id 0 for one that has not been kept yet
 * @param owner whose own it is; null for one that the whole desk shares
 * @param query as it is typed
 */
public record SavedView(long id, @Nullable Long owner, String name, String query) {
    public static final int LONGEST_NAME = 60;

    public boolean isShared() {
        return owner == null;
    }

    /** Shared ones are kept by leads, one's own by oneself. */
    public boolean isKeptBy(Viewer person) {
        return owner == null ? person.role().leads() : owner == person.id();
    }
}
