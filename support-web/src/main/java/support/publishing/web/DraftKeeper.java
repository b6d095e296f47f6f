package support.publishing.web;

import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;
import support.calendar.RefusedCalendar;
import support.people.Viewer;
import support.publishing.Proposal;
import support.publishing.app.Drafting;
import support.publishing.persistence.Drafts;
import support.sla.RefusedTerms;

/** Keeps what a form says as a draft, or says on the form why not. */
@Component
class DraftKeeper {
    private final Drafting drafting;

    DraftKeeper(Drafting drafting) {
        this.drafting = drafting;
    }

    /**
     * @param seen the revision of the draft on the page; 0 where there was none
     * @param basedOn the newest published version on the page; 0 for what is new
     * @return the revision to go on with: whoever was told of somebody else's draft replaces it by sending again
     */
    int keep(Proposal proposal, int seen, int basedOn, Viewer author, Errors errors) {
        try {
            if (drafting.keep(proposal, seen, basedOn, author)) {
                return seen + 1;
            }
        } catch (RefusedTerms | RefusedCalendar refused) {
            errors.reject("refused", new Object[] {refused.getMessage()}, null);
            return seen;
        }
        Drafts.Draft theirs = drafting.find(proposal.subject()).orElse(null);
        errors.reject(
                theirs == null ? "terms.gone" : "terms.changed",
                new Object[] {theirs == null ? "" : theirs.author()},
                null);
        return theirs == null ? 0 : theirs.revision();
    }
}
