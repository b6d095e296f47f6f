package support.scan.app;

/**
 * What came of looking at content.
 *
 * @param name what the scanner calls what it found; empty unless that is harmful
 */
public record Finding(Kind kind, String name) {
    /** What to make of the content. */
    public enum Kind {
        /** Nothing harmful that the scanner knows; also where no scanner is set. */
        CLEAN,
        HARMFUL,
        /** The scanner did not answer, or could not judge. */
        UNKNOWN
    }

    static final Finding CLEAN = new Finding(Kind.CLEAN, "");
    static final Finding UNKNOWN = new Finding(Kind.UNKNOWN, "");

    private static final String FROM = "stream: ";
    private static final String FOUND = " FOUND";

    /** Reads an answer of the scanner. Whatever says neither yes nor no is unknown. */
    static Finding of(String answer) {
        if (answer.equals(FROM + "OK")) {
            return CLEAN;
        }
        return answer.startsWith(FROM) && answer.endsWith(FOUND)
                ? new Finding(Kind.HARMFUL, answer.substring(FROM.length(), answer.length() - FOUND.length()))
                : UNKNOWN;
    }
}
