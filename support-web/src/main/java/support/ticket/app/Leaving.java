package support.ticket.app;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import support.people.Viewer;
import support.people.persistence.People;
import support.sla.RefusedTerms;
import support.sla.Terms;
import support.sla.app.CurrentTerms;
import support.ticket.Extras;
import support.ticket.Status;
import support.ticket.TicketNumber;
import support.ticket.Words;
import support.ticket.persistence.TicketDrafts;
import support.ticket.persistence.TicketViews;

/** A reply that has waited leaves: by what stands on the ticket then. */
@Component
@Transactional
class Leaving {
    /** Nothing that it was to bring along is left of its macro. */
    static final class MacroGone extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final TicketDesk desk;
    private final TicketKeeping keeping;
    private final TicketDrafts drafts;
    private final TicketViews tickets;
    private final Preparations preparations;
    private final People people;
    private final CurrentTerms terms;
    private final Clock clock;

    Leaving(
            TicketDesk desk,
            TicketKeeping keeping,
            TicketDrafts drafts,
            TicketViews tickets,
            Preparations preparations,
            People people,
            CurrentTerms terms,
            Clock clock) {
        this.desk = desk;
        this.keeping = keeping;
        this.drafts = drafts;
        this.tickets = tickets;
        this.preparations = preparations;
        this.people = people;
        this.terms = terms;
        this.clock = clock;
    }

    /**
     * What others have said since it was written is read first: the reply does not leave then. What its author, or anybody, has
     * done beside that (tags, notes, assignee) is in nobody's way.
     *
     * @param due by when it was to leave; one that leaves later was taken back meanwhile, and sent again
     * @throws StaleTicket when others have written
     */
    void leave(TicketNumber number, long person, Instant due) {
        Terms held = terms.hold();
        Optional<Viewer> by =
                people.viewer(person).filter(viewer -> viewer.role().answers());
        if (by.isPresent()) {
            drafts.leaving(number, person)
                    .filter(draft ->
                            draft.leavesAt() != null && !draft.leavesAt().isAfter(due))
                    .ifPresent(draft -> leave(number, by.get(), draft, held));
        } else {
            drafts.takeBack(number, person, TicketDrafts.CameBack.REFUSED);
        }
    }

    private void leave(TicketNumber number, Viewer by, TicketDrafts.Draft draft, Terms held) {
        int version = keeping.found(number, by).state().version();
        if (tickets.isWrittenSince(number, draft.seen(), by.id())) {
            throw new StaleTicket(draft.seen());
        }
        Status next = draft.next() == null ? Status.WAITING_FOR_CUSTOMER : draft.next();
        Words words = new Words(draft.text(), draft.nonce());
        desk.answer(number, by, version, words, next, newsBy(draft.newsBy(), held), extras(draft.macro(), by));
    }

    private @Nullable Instant newsBy(String day, Terms held) {
        if (day.isBlank()) {
            return null;
        }
        return held.closing(LocalDate.parse(day.strip()))
                .filter(clock.instant()::isBefore)
                .orElseThrow(() -> new RefusedTerms("No news can be promised for " + day));
    }

    private @Nullable Extras extras(@Nullable Long macro, Viewer by) {
        return macro == null
                ? null
                : preparations
                        .find(macro, by)
                        .map(Preparations.Prepared::extras)
                        .orElseThrow(MacroGone::new);
    }
}
