package support.ticket.web;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import support.people.Viewer;
import support.ticket.TicketNumber;
import support.ticket.app.DraftDesk;
import support.ticket.persistence.TicketDrafts.Draft;

/** What stands in the fields in which one writes on a ticket: what was sent and came back, else what was kept, else nothing. */
@Component
class Composer {
    private final DraftDesk drafts;
    private final FormFiles files;

    Composer(DraftDesk drafts, FormFiles files) {
        this.drafts = drafts;
        this.files = files;
    }

    /** @return the reply as it stands now */
    WordsForm show(TicketNumber number, WordsForm sent, Viewer viewer, Model model) {
        List<Draft> kept = drafts.of(number, viewer);
        WordsForm reply = standing(sent.isNote() ? WordsForm.empty() : sent, find(kept, false));
        WordsForm note = standing(sent.isNote() ? sent : WordsForm.empty(), find(kept, true));
        model.addAttribute("form", reply);
        model.addAttribute("staged", reply.isBlank() ? List.of() : files.staged(reply.nonce(), viewer));
        model.addAttribute("draft", find(kept, false).orElse(null));
        model.addAttribute("noting", sent.isNote());
        model.addAttribute("note", note);
        model.addAttribute("noteDraft", find(kept, true).orElse(null));
        return reply;
    }

    private static Optional<Draft> find(List<Draft> kept, boolean internal) {
        return kept.stream().filter(draft -> draft.internal() == internal).findFirst();
    }

    private static WordsForm standing(WordsForm sent, Optional<Draft> kept) {
        return sent.isBlank() ? kept.map(WordsForm::of).orElse(sent) : sent;
    }
}
