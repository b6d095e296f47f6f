package support.ticket;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Something a person wrote on a ticket.
 *
 * @param text Markdown, 1 to {@value #LONGEST} characters, not only white space
 * @param nonce names the form that was sent: the same form sent twice makes one message
 */
public record Words(String text, UUID nonce) {
    public static final int LONGEST = 50_000;

    private static final Pattern INTERNAL = Pattern.compile(
            "\\s*(?:\\W*internal(?: note)?\\W*:|\\W*internal note\\b|\\W*note to (?:self|myself)\\b|\\W*for the desk only\\b"
                    + "|\\W*do not send\\b|@\\p{L}).*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    public Words {
        check(text, LONGEST);
    }

    /** It begins as people begin what is meant for colleagues: "internal:", "note to self", "do not send", "@bruno". */
    public boolean looksInternal() {
        return INTERNAL.matcher(text).matches();
    }

    static void check(String text, int longest) {
        if (text.isBlank() || text.length() > longest || text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a text has 1 to " + longest + " characters and no NUL");
        }
    }
}
