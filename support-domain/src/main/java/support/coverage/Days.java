package support.coverage;

import java.time.LocalDate;

/** How near a day is. */
final class Days {
    private Days() {}

    /** Today, or within the days in which an end is told ahead. */
    static boolean soon(LocalDate day, LocalDate today, ScopeTerms terms) {
        return !day.isBefore(today) && !day.isAfter(today.plusDays(terms.warnDays()));
    }
}
