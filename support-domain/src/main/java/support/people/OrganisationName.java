package support.people;

import java.text.Normalizer;
import java.util.Optional;

/**
 * What others read of where somebody belongs. It is one line and holds nothing that has no shape of its own; alphabets may mix,
 * as they do in names of companies.
 */
public record OrganisationName(String text) {
    private static final int LONGEST = 100;

    public OrganisationName {
        if (text.isBlank() || text.length() > LONGEST || Hidden.isIn(text)) {
            throw new IllegalArgumentException("no name of an organisation");
        }
    }

    /** Empty when the text is no such name; space around it does not count. */
    public static Optional<OrganisationName> of(String typed) {
        try {
            return Optional.of(new OrganisationName(
                    Normalizer.normalize(typed, Normalizer.Form.NFC).strip()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
