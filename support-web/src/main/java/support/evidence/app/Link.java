package support.evidence.app;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of a file of evidence: JSON in which the text of the entry stands as it was hashed.
 *
 * @param hash hexadecimal digits
 * @param entry JSON on one line
 */
record Link(String hash, String entry) {
    private static final Pattern FORM = Pattern.compile("\\{\"hash\":\"([0-9a-f]{64})\",\"entry\":(\\{.*\\})\\}");

    /** @throws BrokenEvidence when it has another form */
    static Link read(String line) {
        Matcher matcher = FORM.matcher(line);
        if (!matcher.matches()) {
            throw new BrokenEvidence("is not an entry: {\"hash\":\"...\",\"entry\":{...}}");
        }
        return new Link(matcher.group(1), matcher.group(2));
    }

    @Override
    public String toString() {
        return "{\"hash\":\"" + hash + "\",\"entry\":" + entry + "}";
    }
}
