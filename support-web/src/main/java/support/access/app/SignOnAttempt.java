package support.access.app;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import support.access.Secret;

/**
 * One way to the provider and back. It waits in the session that began it and is good for one answer.
 *
 * @param person who goes; null for somebody who is not signed in
 * @param state comes back with the answer
 * @param nonce its hash comes back in the ID token
 * @param verifier shows the provider that the code is redeemed by whoever asked for it (PKCE)
 * @param next the page to go to afterwards
 */
public record SignOnAttempt(
        Purpose purpose,
        @Nullable Long person,
        String state,
        String nonce,
        String verifier,
        @Nullable String next,
        Instant begunAt)
        implements Serializable {

    /** What one goes to the provider for. */
    public enum Purpose {
        ENTER,
        /** To use it for the account from now on. */
        LINK,
        /** To show again who one is. */
        AGAIN
    }

    private static final long serialVersionUID = 1L;
    /** Time to find a phone, to set up a second factor there, to call somebody. */
    private static final Duration LIFETIME = Duration.ofMinutes(15);

    public static SignOnAttempt begin(Purpose purpose, @Nullable Long person, @Nullable String next, Instant now) {
        return new SignOnAttempt(
                purpose,
                person,
                Secret.random().text(),
                Secret.random().text(),
                Secret.random().text(),
                next,
                now);
    }

    public boolean isOver(Instant now) {
        return now.isAfter(begunAt.plus(LIFETIME));
    }

    String nonceHash() {
        return hash(nonce);
    }

    String challenge() {
        return hash(verifier);
    }

    private static String hash(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(new Secret(text).sha256());
    }

    /** Nothing of its secrets: it may end up in a log. */
    @Override
    public String toString() {
        return "SignOnAttempt[" + purpose + "]";
    }
}
