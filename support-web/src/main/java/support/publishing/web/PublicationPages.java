package support.publishing.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.Errors;
import support.calendar.OutsideCalendar;
import support.publishing.Moves;
import support.publishing.app.Proposals;
import support.publishing.app.Trial;
import support.publishing.persistence.Drafts;
import support.sla.RefusedTerms;
import support.sla.Terms;
import support.sla.app.CurrentTerms;

/** What publishing a draft would come to. */
@Component
class PublicationPages {
    private final CurrentTerms terms;
    private final Trial trial;
    private final Clock clock;

    PublicationPages(CurrentTerms terms, Trial trial, Clock clock) {
        this.terms = terms;
        this.trial = trial;
        this.clock = clock;
    }

    /**
     * Reads a time by the wall clock of the desk; null for now, which is what no text means.
     *
     * @throws RefusedTerms when it is none
     */
    @Nullable
    Instant instant(String from) {
        try {
            return from.isBlank()
                    ? null
                    : LocalDateTime.parse(from).atZone(terms.calendar().zone()).toInstant();
        } catch (DateTimeException notATime) {
            throw new RefusedTerms("That is no date and time: " + from);
        }
    }

    void show(Drafts.Draft draft, String from, Errors errors, Model model) {
        model.addAttribute("draft", draft);
        model.addAttribute("from", from);
        model.addAttribute("zone", terms.calendar().zone());
        model.addAttribute("version", draft.subject().newestIn(terms.published()));
        model.addAttribute("moves", Moves.NONE);
        model.addAttribute("failing", List.of());
        try {
            Instant now = clock.instant();
            Instant effective = instant(from);
            Terms next = Proposals.of(draft).after(terms.published(), effective == null ? now : effective);
            model.addAttribute("failing", trial.failing(next));
            model.addAttribute("moves", trial.moves(next, now, ticket -> {}));
        } catch (RefusedTerms | OutsideCalendar refused) {
            if (!errors.hasErrors()) {
                errors.rejectValue("from", "refused", new Object[] {refused.getMessage()}, null);
            }
        }
    }
}
