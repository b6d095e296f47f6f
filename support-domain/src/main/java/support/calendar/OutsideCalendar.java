package support.calendar;

import java.time.Instant;

/**
 * The question reaches beyond the years whose closed days the calendar knows. It does not guess: a holiday that is not
 * known yet would make every answer after it wrong.
 */
public final class OutsideCalendar extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    OutsideCalendar(Instant at, ServiceCalendar calendar) {
        super(at + " is outside the years " + calendar.firstYear() + " to " + calendar.lastYear() + " of the calendar");
    }
}
