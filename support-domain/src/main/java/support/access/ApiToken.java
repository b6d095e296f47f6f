package support.access;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * What a program shows in place of a person: {@code desk_}, 256 random bits as 43 digits of base 62, and their CRC-32 as
 * 6 more, by which programs that look for leaked secrets tell a token from what only looks like one.
 */
public record ApiToken(String text) {
    private static final Pattern FORM = Pattern.compile("desk_([0-9A-Za-z]{43})([0-9A-Za-z]{6})");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(DIGITS.length());
    private static final int BITS = 256;
    private static final int LENGTH = 43;
    private static final int CHECK_LENGTH = 6;
    private static final int SHOWN = 9;

    public static ApiToken random() {
        String secret = digits(new BigInteger(BITS, RANDOM), LENGTH);
        return new ApiToken("desk_" + secret + check(secret));
    }

    /** Reads a whole token; anything else is empty. */
    public static Optional<ApiToken> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        boolean right = matcher.matches() && check(matcher.group(1)).equals(matcher.group(2));
        return right ? Optional.of(new ApiToken(text)) : Optional.empty();
    }

    /** Whether something that looks like a token stands anywhere in the text. */
    public static boolean isIn(String text) {
        return FORM.matcher(text).find();
    }

    private static String check(String secret) {
        CRC32 sum = new CRC32();
        sum.update(secret.getBytes(StandardCharsets.US_ASCII));
        return digits(BigInteger.valueOf(sum.getValue()), CHECK_LENGTH);
    }

    private static String digits(BigInteger value, int length) {
        StringBuilder digits = new StringBuilder();
        BigInteger rest = value;
        for (int i = 0; i < length; i++) {
            BigInteger[] next = rest.divideAndRemainder(BASE);
            digits.append(DIGITS.charAt(next[1].intValue()));
            rest = next[0];
        }
        return digits.reverse().toString();
    }

    /** What is kept of it. */
    public byte[] sha256() {
        return new Secret(text).sha256();
    }

    /** The beginning, by which its owner knows it again. */
    public String prefix() {
        return text.substring(0, SHOWN);
    }

    /** Nothing of the secret: it may end up in a log. */
    @Override
    public String toString() {
        return "ApiToken[...]";
    }
}
