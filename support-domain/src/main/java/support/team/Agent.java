package support.team;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who answers customers, as one to whom tickets could be given.
 *
 * @param apps those that they know, by number; none: nobody has said, and they are taken to know all
 * @param given whether they are among those to whom waiting tickets are given
 * @param awayUntil the last day of the absence that today is in; null for who is at work
 */
public record Agent(
        long id,
        String name,
        Set<Long> apps,
        boolean given,
        @Nullable LocalDate awayUntil) {
    public Agent {
        apps = Set.copyOf(apps);
    }

    public boolean isAway() {
        return awayUntil != null;
    }

    boolean knows(long app) {
        return apps.isEmpty() || apps.contains(app);
    }
}
