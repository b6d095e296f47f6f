package support.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import support.people.MailAddress;

/**
 * What a provider of single sign-on says of somebody who has just come from there, after its signature was checked.
 *
 * @param issuer the provider
 * @param subject whom it means; nobody else of that provider ever has the same
 * @param mail only when the provider vouches for it
 * @param name may be empty
 * @param strong see {@link SignOnStrength}
 * @param shownAt when the person signed in there; null when the provider does not say
 */
public record SignOnProof(
        String issuer,
        String subject,
        @Nullable MailAddress mail,
        String name,
        boolean strong,
        @Nullable Instant shownAt) {

    /** Whether the person signed in there after an instant; not when the provider does not say. */
    public boolean shownSince(Instant instant) {
        return shownAt != null && !shownAt.isBefore(instant);
    }
}
