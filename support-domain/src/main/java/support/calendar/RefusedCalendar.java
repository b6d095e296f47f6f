package support.calendar;

/** A calendar that could promise nothing, or not one thing only; its message says why in a sentence for people. */
public final class RefusedCalendar extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    RefusedCalendar(String message) {
        super(message);
    }
}
