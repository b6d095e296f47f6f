package support.people;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The name that others read. It is one line, holds no mail address, and does not mix alphabets: nobody can look like
 * somebody else by a letter of another script.
 */
public record PersonName(String text) {
    private static final int LONGEST = 100;
    private static final Set<UnicodeScript> OF_ANY_ALPHABET =
            EnumSet.of(UnicodeScript.COMMON, UnicodeScript.INHERITED, UnicodeScript.UNKNOWN);
    /** Japanese is written with four at once. */
    private static final Set<UnicodeScript> TOGETHER =
            EnumSet.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.LATIN);

    public PersonName {
        if (text.isEmpty() || text.length() > LONGEST || text.contains("@") || Hidden.isIn(text) || mixes(text)) {
            throw new IllegalArgumentException("no name");
        }
    }

    /** Empty when the text is no name; space around it, and more than one space in it, does not count. */
    public static Optional<PersonName> of(String typed) {
        String text = Normalizer.normalize(typed, Normalizer.Form.NFC).strip().replaceAll(" +", " ");
        try {
            return Optional.of(new PersonName(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean mixes(String text) {
        Set<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
        text.codePoints().mapToObj(UnicodeScript::of).forEach(scripts::add);
        scripts.removeAll(OF_ANY_ALPHABET);
        return scripts.size() > 1 && !TOGETHER.containsAll(scripts);
    }

    @Override
    public String toString() {
        return text;
    }
}
