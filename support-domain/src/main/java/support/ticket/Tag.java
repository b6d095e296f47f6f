package support.ticket;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A word by which the desk finds tickets, in small letters: it can stand in a query without quotes.
 *
 * @param name 1 to 40 letters and figures, with dots, dashes and underlines between
 */
public record Tag(String name) {
    private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,39}");

    /** @throws IllegalArgumentException when it is none */
    public Tag {
        if (!FORM.matcher(name).matches() || !name.equals(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("a tag is a word of at most 40 small letters and figures");
        }
    }

    /** As somebody typed it; blanks between words become dashes. Empty for what is none. */
    public static Optional<Tag> parse(String typed) {
        String name = typed.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", "-");
        return FORM.matcher(name).matches() ? Optional.of(new Tag(name)) : Optional.empty();
    }
}
