package support.access.app;

import org.jspecify.annotations.Nullable;

/**
 * What a browser brings back from the provider. Anybody can write such an address: nothing in it is true before it was
 * checked.
 *
 * @param iss who says it (RFC 9207); null when it does not say
 */
public record SignOnAnswer(
        @Nullable String code,
        @Nullable String state,
        @Nullable String error,
        @Nullable String iss) {

    /** Nothing of its secrets: it may end up in a log. */
    @Override
    public String toString() {
        return "SignOnAnswer[...]";
    }
}
