package support.live;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far somebody has read what happens: all that the database showed at a moment. It goes to browsers and comes back from
 * them, so that any instance of the desk can go on where another stopped.
 *
 * @param at when it was read
 * @param snapshot the transactions that were over then, as PostgreSQL writes them: the first that was not, the first that had
 *     not begun, and those between that were running; {@code 10:14:11,12}
 */
public record Position(Instant at, String snapshot) {
    /** Far more than a desk with a hundred transactions at once needs. */
    private static final int LONGEST = 4000;

    private static final Pattern FORM =
            Pattern.compile("([0-9]{1,12})\\.([0-9]{1,18}):([0-9]{1,18}):((?:[0-9]{1,18},?)*)");

    public Position {
        at = at.truncatedTo(ChronoUnit.SECONDS);
    }

    /** Reads what {@link #toString} wrote; anything else is empty, also what PostgreSQL would not accept as a snapshot. */
    public static Optional<Position> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (text.length() > LONGEST || !form.matches()) {
            return Optional.empty();
        }
        long first = Long.parseLong(form.group(2));
        long next = Long.parseLong(form.group(3));
        if (first < 1 || first > next || !isBetween(form.group(4), first, next)) {
            return Optional.empty();
        }
        Instant at = Instant.ofEpochSecond(Long.parseLong(form.group(1)));
        return Optional.of(new Position(at, text.substring(form.start(2))));
    }

    private static boolean isBetween(String running, long first, long next) {
        if (running.isEmpty()) {
            return true;
        }
        if (running.endsWith(",")) {
            return false;
        }
        long[] numbers =
                Arrays.stream(running.split(",", -1)).mapToLong(Long::parseLong).toArray();
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] < (i == 0 ? first : numbers[i - 1] + 1) || numbers[i] >= next) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return at.getEpochSecond() + "." + snapshot;
    }
}
