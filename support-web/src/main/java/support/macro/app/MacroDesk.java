package support.macro.app;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import support.macro.Macro;
import support.macro.persistence.Macros;
import support.people.Viewer;
import support.ticket.LifeCycle;
import support.ticket.Status;
import support.ticket.Words;
import support.ticket.app.DraftDesk;
import support.ticket.app.Preparations;
import support.ticket.persistence.TicketDrafts.Draft;
import support.ticket.persistence.TicketView;

/** Keeps macros, and begins answers with them. */
@Component
@Transactional
public class MacroDesk implements Preparations {
    /** Why one could not be kept; nothing has changed. */
    public enum Outcome {
        KEPT,
        /** Somebody else was faster. */
        STALE,
        /** There are as many already as there can be. */
        FULL
    }

    private final Macros macros;
    private final DraftDesk drafts;

    MacroDesk(Macros macros, DraftDesk drafts) {
        this.macros = macros;
        this.drafts = drafts;
    }

    /** @throws org.springframework.dao.DuplicateKeyException when one of the same owner has that title */
    public Outcome add(Macro macro) {
        return macros.add(macro) ? Outcome.KEPT : Outcome.FULL;
    }

    /** @throws org.springframework.dao.DuplicateKeyException when one of the same owner has that title */
    public Outcome change(Macro macro) {
        return macros.change(macro) ? Outcome.KEPT : Outcome.STALE;
    }

    public void remove(Macro macro) {
        macros.remove(macro.id());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Prepared> find(long id, Viewer by) {
        return macros.find(id, by).map(line -> Preparing.of(line, by));
    }

    /**
     * Puts a macro into the answer that a person is writing on a ticket: its text after what is there, its status where the
     * ticket can go there.
     *
     * @param text with nothing left open
     * @return false when all would be too long
     */
    public boolean use(Macro macro, String text, TicketView ticket, Viewer by) {
        Draft before = drafts.of(ticket.facts().number(), by).stream()
                .filter(draft -> !draft.internal())
                .findFirst()
                .orElseGet(() -> new Draft(
                        false, "", null, "", UUID.randomUUID(), ticket.state().version(), null, drafts.now()));
        String whole = before.text().isBlank() ? text : text.isBlank() ? before.text() : before.text() + "\n\n" + text;
        if (whole.length() > Words.LONGEST) {
            return false;
        }
        drafts.keep(
                ticket.facts().number(),
                new Draft(
                        false,
                        whole,
                        leadsTo(macro.next(), ticket) ? macro.next() : before.next(),
                        before.newsBy(),
                        before.nonce(),
                        before.seen(),
                        macro.id(),
                        drafts.now()),
                by);
        return true;
    }

    /** Whether an answer can leave the ticket so. */
    public static boolean leadsTo(@Nullable Status next, TicketView ticket) {
        Status present = ticket.state().status();
        return next != null
                && (next == present && present != Status.NEW
                        || LifeCycle.of(ticket.facts().type()).after(present).contains(next));
    }
}
