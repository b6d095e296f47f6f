package support.ticket;

import java.util.UUID;

/**
 * Something a person wrote on a ticket.
 *
 * @param text Markdown, 1 to {@value #LONGEST} characters, not only white space
 * @param nonce names the form that was sent: the same form sent twice makes one message
 */
public record Words(String text, UUID nonce) {
    public static final int LONGEST = 50_000;

    public Words {
        check(text, LONGEST);
    }

    static void check(String text, int longest) {
        if (text.isBlank() || text.length() > longest || text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a text has 1 to " + longest + " characters and no NUL");
        }
    }
}
