package support.ticket.persistence;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import support.sla.Lane;

/**
 * The last line of a page of the queue; the next page starts after it. It holds nothing but the values that order the
 * queue, so a forged one shows nothing that its reader may not see.
 */
public record QueueCursor(int band, Instant at, Lane lane, long number) {
    private static final Pattern FORM = Pattern.compile("([0-9])_([0-9]{1,11})_([0-9]{1,9})_([SF])_([0-9]{1,15})");

    public static QueueCursor after(TicketLine line) {
        if (line.place() == null) {
            throw new IllegalArgumentException(line.number() + " has no place in the queue");
        }
        return new QueueCursor(
                line.place().band().ordinal(),
                line.place().at(),
                line.lane(),
                line.number().value());
    }

    /** Reads what {@link #toString()} wrote; anything else is empty. */
    public static Optional<QueueCursor> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            Instant at = Instant.ofEpochSecond(Long.parseLong(matcher.group(2)), Long.parseLong(matcher.group(3)));
            Lane lane = matcher.group(4).equals("F") ? Lane.FAST_LANE : Lane.STANDARD;
            return Optional.of(
                    new QueueCursor(Integer.parseInt(matcher.group(1)), at, lane, Long.parseLong(matcher.group(5))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "%d_%d_%d_%c_%d"
                .formatted(band, at.getEpochSecond(), at.getNano(), lane.name().charAt(0), number);
    }
}
