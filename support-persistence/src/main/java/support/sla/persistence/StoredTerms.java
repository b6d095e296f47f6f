package support.sla.persistence;

import java.time.Instant;
import support.sla.Terms;

/**
 * A published version of a calendar or of the policy, as it is kept.
 *
 * @param name of the calendar; empty for a policy
 * @param effective from when on it is in force
 * @param body in the form of {@link TermsJson}
 */
public record StoredTerms(int version, String name, Instant effective, String body) {
    /** @throws support.calendar.RefusedCalendar when it makes no calendar */
    public Terms.PublishedCalendar calendar() {
        TermsJson.CalendarBody written = TermsJson.calendar(body);
        return new Terms.PublishedCalendar(name, written.plan().build(version, written.statutory()), effective);
    }

    /** @throws support.sla.RefusedTerms when it makes no policy */
    public Terms.PublishedPolicy policy() {
        return new Terms.PublishedPolicy(TermsJson.policy(body).policy(version), effective);
    }
}
