package support.access.app;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.stream.Collectors;
import support.access.Secret;

/** Recovery codes: 120 random bits in Crockford's base 32, which has no letter that looks like a digit. */
final class RecoveryCodes {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LETTERS = 24;
    private static final int GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private RecoveryCodes() {}

    /** In groups of four, to be written down. */
    static String random() {
        String letters = RANDOM.ints(LETTERS, 0, ALPHABET.length())
                .mapToObj(i -> String.valueOf(ALPHABET.charAt(i)))
                .collect(Collectors.joining());
        return letters.replaceAll("(.{" + GROUP + "})(?!$)", "$1-");
    }

    /** However it was typed: without its hyphens, in small letters, with O for 0 and I or L for 1. */
    static Secret secret(String typed) {
        return new Secret(typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replaceAll("[IL]", "1"));
    }
}
