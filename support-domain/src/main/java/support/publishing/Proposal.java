package support.publishing;

import java.time.Instant;
import java.util.List;
import support.calendar.CalendarPlan;
import support.calendar.ClosedDay;
import support.calendar.ServiceCalendar;
import support.sla.Policy;
import support.sla.Terms;

/** Terms that somebody wrote and nobody has published yet. */
public sealed interface Proposal {
    /** What it would be the next version of. */
    Subject subject();

    /**
     * The terms with this as their newest version.
     *
     * @param effective from when on it would be in force
     * @throws support.sla.RefusedTerms when it cannot follow what is published
     * @throws support.calendar.RefusedCalendar when no calendar can be made of the plan
     */
    Terms after(Terms published, Instant effective);

    /** A calendar, with the statutory holidays as they are known now. */
    record OfCalendar(String name, CalendarPlan plan, List<ClosedDay> statutory) implements Proposal {
        @Override
        public Subject subject() {
            return Subject.calendar(name);
        }

        @Override
        public Terms after(Terms published, Instant effective) {
            ServiceCalendar calendar = plan.build(published.calendarVersion() + 1, statutory);
            return published.with(new Terms.PublishedCalendar(name, calendar, effective));
        }
    }

    /** A policy; its number is given when it is published. */
    record OfPolicy(Policy policy) implements Proposal {
        @Override
        public Subject subject() {
            return Subject.POLICY;
        }

        @Override
        public Terms after(Terms published, Instant effective) {
            Policy next = new Policy(published.policyVersion() + 1, policy.targets(), policy.warnAtPercent());
            return published.with(new Terms.PublishedPolicy(next, effective));
        }
    }
}
