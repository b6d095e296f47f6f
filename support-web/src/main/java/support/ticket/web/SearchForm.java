package support.ticket.web;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import support.ticket.TicketNumber;

/**
 * What somebody looks for, as it stands in the address.
 *
 * @param q null for nothing
 * @param after where to go on; null for the newest
 */
record SearchForm(@Nullable String q, @Nullable String after) {
    private static final Pattern NUMBER = Pattern.compile("(?i)#?(SUP-)?([1-9][0-9]{0,14})");

    String text() {
        return q == null ? "" : q.strip();
    }

    /** The number of a ticket, when nothing else is looked for. */
    Optional<TicketNumber> number() {
        Matcher number = NUMBER.matcher(text());
        return number.matches() ? Optional.of(new TicketNumber(Long.parseLong(number.group(2)))) : Optional.empty();
    }

    /** Digits alone may also be something that is written on tickets. */
    boolean isNumberOnly() {
        Matcher number = NUMBER.matcher(text());
        return number.matches() && number.group(1) != null;
    }
}
