package support.team;

import java.time.LocalDate;

/**
 * Days on which somebody of the desk is not at work, in the desk's zone; both ends are among them.
 *
 * @param id 0 for one that has not been kept yet
 */
public record Absence(long id, LocalDate first, LocalDate last) {
    /** Longer than this is a slip of the pen, or somebody who has left. */
    public static final int LONGEST_DAYS = 400;

    /** @throws IllegalArgumentException when it would end before it begins, or last longer than 400 days */
    public Absence {
        if (last.isBefore(first) || last.isAfter(first.plusDays(LONGEST_DAYS - 1L))) {
            throw new IllegalArgumentException("no absence: " + first + " to " + last);
        }
    }
}
