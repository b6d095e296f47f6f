package support.calendar;

import java.time.Instant;

/** After this instant the desk is never open long enough again: the calendar has no more openings, or a pause no end. */
public final class NeverOpens extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    NeverOpens(Instant after) {
        super("there is not enough open time after " + after);
    }
}
