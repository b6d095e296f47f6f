package support.publishing.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import support.calendar.CalendarPlan;
import support.calendar.ServiceCalendar;
import support.people.Viewer;
import support.publishing.Proposal;
import support.publishing.Subject;
import support.publishing.persistence.Drafts;
import support.sla.RefusedTerms;
import support.sla.Terms;
import support.sla.app.CurrentTerms;
import support.sla.persistence.Publications;
import support.sla.persistence.TermsJson;

/** Keeps what leads write until it is published. Only what could be published is kept. */
@Component
@Transactional
public class Drafting {
    private static final Duration OPENS_WITHIN = Duration.ofDays(30);

    private final Drafts drafts;
    private final Publications publications;
    private final CurrentTerms terms;
    private final Clock clock;

    Drafting(Drafts drafts, Publications publications, CurrentTerms terms, Clock clock) {
        this.drafts = drafts;
        this.publications = publications;
        this.terms = terms;
        this.clock = clock;
    }

    /** The draft of a subject; empty when nobody works on one. */
    @Transactional(readOnly = true)
    public Optional<Drafts.Draft> find(Subject subject) {
        return drafts.find(subject);
    }

    @Transactional(readOnly = true)
    public List<Drafts.Draft> all() {
        return drafts.all();
    }

    /** What was written to make the newest version of a calendar; empty for one that was never published. */
    @Transactional(readOnly = true)
    public Optional<CalendarPlan> published(String calendar) {
        return Optional.ofNullable(publications.planOf(calendar));
    }

    /**
     * Keeps a draft.
     *
     * @param seen the revision of the draft on the page that this was sent from; 0 when there was none
     * @param basedOn the newest published version on that page
     * @return false when somebody else changed or published it meanwhile: nothing is kept then
     * @throws RefusedTerms when it could not be published
     * @throws support.calendar.RefusedCalendar when no calendar can be made of it
     */
    public boolean keep(Proposal proposal, int seen, int basedOn, Viewer author) {
        Terms published = terms.published();
        check(proposal, published);
        Subject subject = proposal.subject();
        if (subject.newestIn(published) != basedOn) {
            return false;
        }
        Instant now = clock.instant();
        return seen == 0
                ? drafts.begin(subject, body(proposal), basedOn, author.id(), now)
                : drafts.change(subject, body(proposal), seen, basedOn, author.id(), now);
    }

    private void check(Proposal proposal, Terms published) {
        Terms next = proposal.after(published, published.earliestNext(clock.instant()));
        if (proposal instanceof Proposal.OfCalendar calendar) {
            refuseClosed(next.newest(calendar.name()).orElseThrow().calendar());
        }
    }

    private void refuseClosed(ServiceCalendar calendar) {
        Instant now = clock.instant();
        if (calendar.hours()
                .nextOpening(now)
                .filter(opening -> opening.isBefore(now.plus(OPENS_WITHIN)))
                .isEmpty()) {
            throw new RefusedTerms("Such a calendar would not open within the next 30 days");
        }
    }

    private static String body(Proposal proposal) {
        return switch (proposal) {
            case Proposal.OfCalendar calendar -> TermsJson.write(calendar.plan(), List.of());
            case Proposal.OfPolicy policy -> TermsJson.write(policy.policy());
        };
    }

    /** @return false when somebody else changed it meanwhile */
    public boolean discard(Subject subject, int seen) {
        return drafts.remove(subject, seen);
    }
}
