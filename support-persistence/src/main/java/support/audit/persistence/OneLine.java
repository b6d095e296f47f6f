package support.audit.persistence;

import java.util.regex.Pattern;

/**
 * Words from outside as one line that does nothing where it is shown: what moves the cursor, colours a terminal, turns
 * the direction of writing or cannot be stored at all stands as its number.
 */
final class OneLine {
    private static final int LONGEST = 1000;
    private static final Pattern DOES_SOMETHING =
            Pattern.compile("[\\p{Cntrl}\\x{80}-\\x{9f}\\p{Cf}\\p{Cs}\\x{2028}\\x{2029}]");

    private OneLine() {}

    static String of(String words) {
        String kept = words.length() > LONGEST ? words.substring(0, LONGEST) + "…" : words;
        return DOES_SOMETHING
                .matcher(kept)
                .replaceAll(found -> "\\\\u" + "%04x".formatted(found.group().codePointAt(0)));
    }
}
