package support.access;

import java.time.Instant;
import java.util.Set;

/**
 * What the token of a request allows.
 *
 * @param token its number
 * @param person its owner
 * @param name as the owner named it
 */
public record Grant(long token, long person, String name, Set<Scope> scopes, Instant expiresAt) {
    public Grant {
        scopes = Set.copyOf(scopes);
    }
}
