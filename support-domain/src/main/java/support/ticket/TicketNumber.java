package support.ticket;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The name people use for a ticket: {@code SUP-1042}. */
public record TicketNumber(long value) {
    /** At most 15 digits, so that every number that is accepted fits a {@code long}. */
    private static final Pattern FORM = Pattern.compile("SUP-([1-9][0-9]{0,14})", Pattern.CASE_INSENSITIVE);

    public TicketNumber {
        if (value < 1) {
            throw new IllegalArgumentException("a ticket number is positive, not " + value);
        }
    }

    /** Reads {@code SUP-1042} in either case; anything else is empty. */
    public static Optional<TicketNumber> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches() ? Optional.of(new TicketNumber(Long.parseLong(matcher.group(1)))) : Optional.empty();
    }

    @Override
    public String toString() {
        return "SUP-" + value;
    }
}
