package support.bulk;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import support.ticket.TicketNumber;

/**
 * A ticket that somebody has chosen, as it stood on their page.
 *
 * @param seen the version of the ticket there
 */
public record Chosen(TicketNumber number, int seen) {
    private static final Pattern FORM = Pattern.compile("([^.]{1,20})\\.([0-9]{1,9})");

    /** Reads {@code SUP-1042.3}; anything else is empty. */
    public static Optional<Chosen> parse(String text) {
        Matcher parts = FORM.matcher(text);
        return parts.matches()
                ? TicketNumber.parse(parts.group(1)).map(number -> new Chosen(number, Integer.parseInt(parts.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return number + "." + seen;
    }
}
