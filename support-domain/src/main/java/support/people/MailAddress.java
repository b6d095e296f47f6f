package support.people;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One mail address, as people type it. Nothing in it can end a header line or name a second address.
 *
 * @param text as it was typed; two that differ only in case are the same address
 */
public record MailAddress(String text) {
    /** RFC 5321, 4.5.3.1.3: a path of 256 characters holds the address in angle brackets. */
    private static final int LONGEST = 254;

    private static final Pattern FORM = Pattern.compile(
            "[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~.-]{1,64}@(?=.{1,253}$)[\\p{L}\\p{N}](?:[\\p{L}\\p{N}.-]*[\\p{L}\\p{N}])?");

    public MailAddress {
        if (text.length() > LONGEST || !FORM.matcher(text).matches() || text.contains("..")) {
            throw new IllegalArgumentException("no mail address");
        }
    }

    /**
     * Empty when the text is no mail address; space around it is none of it. Letters that are written in more than one way are
     * brought into one.
     */
    public static Optional<MailAddress> of(String typed) {
        try {
            return Optional.of(new MailAddress(Normalizer.normalize(typed.strip(), Normalizer.Form.NFC)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What follows the at sign, in small letters. */
    public String domain() {
        return text.substring(text.indexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return text;
    }
}
