package support.ticket.web;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import support.people.Viewer;
import support.ticket.TicketNumber;
import support.ticket.app.DraftDesk;
import support.ticket.app.Preparations;
import support.ticket.app.Preparations.Prepared;
import support.ticket.persistence.TicketDrafts.Draft;

/** What stands in the fields in which one writes on a ticket: what was sent and came back, else what was kept, else nothing. */
@Component
class Composer {
    private final DraftDesk drafts;
    private final FormFiles files;
    private final Preparations preparations;

    Composer(DraftDesk drafts, FormFiles files, Preparations preparations) {
        this.drafts = drafts;
        this.files = files;
        this.preparations = preparations;
    }

    /** @return the reply as it stands now */
    WordsForm show(TicketNumber number, WordsForm sent, Viewer viewer, Model model) {
        List<Draft> kept = drafts.of(number, viewer);
        WordsForm reply = standing(sent.isNote() ? WordsForm.empty() : sent, find(kept, false));
        WordsForm note = standing(sent.isNote() ? sent : WordsForm.empty(), find(kept, true));
        model.addAttribute("form", reply);
        model.addAttribute("staged", reply.isBlank() ? List.of() : files.staged(reply.nonce(), viewer));
        model.addAttribute("draft", find(kept, false).orElse(null));
        model.addAttribute("held", find(kept, false).flatMap(this::secondsLeft).orElse(null));
        model.addAttribute("prepared", prepared(reply.macro(), viewer));
        model.addAttribute("noting", sent.isNote());
        model.addAttribute("note", note);
        model.addAttribute("noteDraft", find(kept, true).orElse(null));
        return reply;
    }

    /** Until a reply leaves; one at least, since it has not yet. */
    private Optional<Long> secondsLeft(Draft draft) {
        return Optional.ofNullable(draft.leavesAt())
                .map(at -> Math.max(1, Duration.between(drafts.now(), at).toSeconds()));
    }

    private @Nullable Prepared prepared(@Nullable Long macro, Viewer viewer) {
        return macro == null ? null : preparations.find(macro, viewer).orElse(null);
    }

    private static Optional<Draft> find(List<Draft> kept, boolean internal) {
        return kept.stream().filter(draft -> draft.internal() == internal).findFirst();
    }

    private static WordsForm standing(WordsForm sent, Optional<Draft> kept) {
        return sent.isBlank() ? kept.map(WordsForm::of).orElse(sent) : sent;
    }
}
