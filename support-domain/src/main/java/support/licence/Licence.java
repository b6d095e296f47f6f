package support.licence;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import support.catalog.Hosting;

/**
 * The right of a company to use an app.
 *
 * @param number what the company knows it by: entitlement number, else SEN
 * @param startsOn the first day of maintenance or subscription, in the vendor's zone
 * @param endsOn the last day; null for one without end
 */
public record Licence(
        long id,
        String number,
        String appKey,
        Hosting hosting,
        Kind kind,
        Status status,
        String tier,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        String company) {

    /** No number has more characters. */
    public static final int LONGEST_NUMBER = 100;

    public enum Kind {
        COMMERCIAL,
        ACADEMIC,
        COMMUNITY,
        OPEN_SOURCE,
        DEMONSTRATION,
        EVALUATION,
        OTHER
    }

    /** As the Marketplace says it: an active one may have ended nevertheless. */
    public enum Status {
        ACTIVE,
        INACTIVE,
        CANCELLED
    }

    /** Whether it holds on a day; so many days after its end count too. */
    public boolean holdsOn(LocalDate day, int graceDays) {
        return status != Status.CANCELLED
                && (endsOn == null || !day.isAfter(endsOn.plusDays(graceDays)))
                && (status == Status.ACTIVE || endsOn != null);
    }
}
