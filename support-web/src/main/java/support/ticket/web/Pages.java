package support.ticket.web;

import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the cursors of lists that are ordered by ticket number. */
final class Pages {
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,14}");

    private Pages() {}

    static Optional<Long> number(String text) {
        return NUMBER.matcher(text).matches() ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }
}
