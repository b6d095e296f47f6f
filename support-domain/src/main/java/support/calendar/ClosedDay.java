package support.calendar;

import java.time.LocalDate;

/**
 * A local date on which every window falls away.
 *
 * @param name as people know the day
 * @param source who says so, for anyone who wants to check
 */
public record ClosedDay(LocalDate date, String name, Kind kind, String source) {
    /** Who closes the desk. */
    public enum Kind {
        STATUTORY,
        COMPANY
    }
}
