package support.publishing.app;

import java.util.Objects;
import support.calendar.CalendarPlan;
import support.publishing.Proposal;
import support.publishing.persistence.Drafts;

/** What drafts propose. */
public final class Proposals {
    private Proposals() {}

    /** With the holidays as they are known now. */
    public static Proposal of(Drafts.Draft draft) {
        if (draft.subject().calendar() == null) {
            return new Proposal.OfPolicy(draft.policy());
        }
        CalendarPlan plan = draft.plan();
        return new Proposal.OfCalendar(Objects.requireNonNull(draft.subject().calendar()), plan, plan.statutory());
    }
}
