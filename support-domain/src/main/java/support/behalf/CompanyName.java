package support.behalf;

import java.text.Normalizer;
import java.util.Optional;

/** The name of a company as a partner writes it: one line of at most {@value #LONGEST} characters. */
public record CompanyName(String text) {
    public static final int LONGEST = 100;

    public CompanyName {
        if (text.isEmpty() || text.length() > LONGEST || isHidden(text)) {
            throw new IllegalArgumentException("no name of a company");
        }
    }

    /** Empty when the text is no name; space around it, and more than one space in it, does not count. */
    public static Optional<CompanyName> of(String typed) {
        try {
            return Optional.of(new CompanyName(
                    Normalizer.normalize(typed, Normalizer.Form.NFC).strip().replaceAll(" +", " ")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Line ends, marks that turn the direction of writing, and all else that has no shape of its own. */
    private static boolean isHidden(String text) {
        return text.codePoints().anyMatch(point -> switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> false;
        });
    }

    @Override
    public String toString() {
        return text;
    }
}
