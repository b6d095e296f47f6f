package support.publishing;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import support.calendar.CalendarPlan;
import support.calendar.NeverOpens;
import support.calendar.OutsideCalendar;
import support.sla.Lane;
import support.sla.Promise;
import support.sla.Receipt;
import support.sla.RefusedTerms;
import support.sla.RequestType;
import support.sla.Severity;
import support.sla.Terms;

/**
 * What the terms shall come to in one case: terms that come to something else are not published.
 *
 * @param start when somebody writes
 * @param due when the first response is then due; null when none is promised
 * @param shows what it is an example of
 */
public record Example(
        Instant start,
        RequestType type,
        Severity severity,
        Lane lane,
        @Nullable Instant due,
        String shows) {
    /**
     * What came of it.
     *
     * @param due when it is due by the terms; null when they promise nothing
     * @param receipt why; null when they promise nothing
     */
    public record Outcome(
            Example example,
            @Nullable Instant due,
            @Nullable Receipt receipt) {
        /** To the minute, as due times are shown (docs/sla.md, rule 13). */
        public boolean holds() {
            return example.due == null
                    ? due == null
                    : due != null && example.due.getEpochSecond() / 60 == due.getEpochSecond() / 60;
        }
    }

    private static final int LONGEST = 200;

    /** Whether this says what an example shows: 1 to 200 characters that can be read. */
    public static boolean isShown(String text) {
        return !text.isBlank() && text.length() <= LONGEST && text.codePoints().noneMatch(Character::isISOControl);
    }

    /** @throws RefusedTerms when it begins in a year that no calendar knows, is due before it begins or shows nothing */
    public Example {
        if (!isShown(shows)) {
            throw new RefusedTerms("An example says in 1 to " + LONGEST + " characters what it shows");
        }
        int year = start.atZone(ZoneId.of("UTC")).getYear();
        if (year < CalendarPlan.FIRST_YEAR || year > CalendarPlan.LAST_YEAR) {
            throw new RefusedTerms("The calendars know the years " + CalendarPlan.FIRST_YEAR + " to "
                    + CalendarPlan.LAST_YEAR + ": an example cannot begin in " + year);
        }
        if (due != null && due.isBefore(start)) {
            throw new RefusedTerms("Nothing is due before it begins");
        }
    }

    /** Tries it on the newest of these terms, as if they had been in force since ever. */
    public Outcome on(Terms terms) {
        Terms always = terms.newestAlways();
        try {
            return Promise.firstResponse(start, type, severity, lane, always)
                    .map(promise -> new Outcome(this, promise.dueAt(), Receipt.of(promise, always)))
                    .orElseGet(() -> new Outcome(this, null, null));
        } catch (OutsideCalendar | NeverOpens beyond) {
            return new Outcome(this, null, null);
        }
    }
}
