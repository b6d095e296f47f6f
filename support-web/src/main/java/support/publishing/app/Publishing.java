package support.publishing.app;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import support.audit.Deed;
import support.audit.app.Audit;
import support.people.Viewer;
import support.publishing.Moves;
import support.publishing.Proposal;
import support.publishing.persistence.Drafts;
import support.sla.RefusedTerms;
import support.sla.Terms;
import support.sla.app.CurrentTerms;

/** Publishes drafts: from an instant on the terms are others, and what is promised moves with them (docs/sla.md, rule 11). */
@Component
@Transactional
public class Publishing {
    /** What came of it. */
    public enum Answer {
        PUBLISHED,
        /** Somebody changed, published or discarded the draft meanwhile. */
        CHANGED,
        /** Somebody published another version after the draft was begun. */
        OVERTAKEN,
        /** An example is not met any more. */
        EXAMPLE_FAILS
    }

    private final Drafts drafts;
    private final CurrentTerms terms;
    private final Trial trial;
    private final OpenTickets tickets;
    private final Audit audit;
    private final Clock clock;

    Publishing(Drafts drafts, CurrentTerms terms, Trial trial, OpenTickets tickets, Audit audit, Clock clock) {
        this.drafts = drafts;
        this.terms = terms;
        this.trial = trial;
        this.tickets = tickets;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Publishes a draft. Until it is done nobody promises anything.
     *
     * @param seen the revision of the draft that the publisher has looked at
     * @param from when it comes into force; null for now
     * @throws RefusedTerms when that is over, or before the version before it
     */
    public Answer publish(Drafts.Draft draft, int seen, @Nullable Instant from, Viewer by) {
        Terms held = terms.holdAlone();
        if (draft.subject().newestIn(held) != draft.basedOn()) {
            return Answer.OVERTAKEN;
        }
        Instant now = clock.instant();
        Proposal proposal = Proposals.of(draft);
        Terms next = proposal.after(held, effective(from, now));
        if (!trial.failing(next).isEmpty()) {
            return Answer.EXAMPLE_FAILS;
        }
        if (draft.revision() != seen || !drafts.remove(draft.subject(), seen)) {
            return Answer.CHANGED;
        }
        publish(proposal, next, by);
        Moves moves = tickets.move(next, by, now);
        record(draft, next, from == null ? now : from, moves, by);
        return Answer.PUBLISHED;
    }

    private static Instant effective(@Nullable Instant from, Instant now) {
        if (from == null) {
            return now;
        }
        if (from.isBefore(now)) {
            throw new RefusedTerms(
                    "What is published comes into force now or later: the past stays as it was promised");
        }
        return from;
    }

    private void publish(Proposal proposal, Terms next, Viewer by) {
        switch (proposal) {
            case Proposal.OfCalendar one -> terms.publish(next, one.name(), one.plan(), one.statutory(), by.id());
            case Proposal.OfPolicy policy -> terms.publishPolicy(next, by.id());
        }
    }

    private void record(Drafts.Draft draft, Terms next, Instant from, Moves moves, Viewer by) {
        audit.record(
                Deed.TERMS_PUBLISHED,
                by.id(),
                draft.subject().key(),
                Map.of(
                        "version", Integer.toString(draft.subject().newestIn(next)),
                        "from", from.toString(),
                        "moved", Integer.toString(moves.moved()),
                        "overdue", Integer.toString(moves.overdue())));
    }
}
