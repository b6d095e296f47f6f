package support.ticket.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import support.coverage.persistence.Judgements;
import support.people.Viewer;
import support.people.persistence.People;
import support.site.web.FormProblems;
import support.ticket.TicketNumber;
import support.ticket.app.NoSuchTicket;
import support.ticket.persistence.TicketView;
import support.ticket.persistence.TicketViews;

/** What the page of one ticket shows: to its customer, and to the desk. */
@Component
class TicketPage {
    private final TicketViews tickets;
    private final People people;
    private final Composer composer;
    private final Since since;
    private final PromisePanels promises;
    private final Judgements judgements;
    private final TicketTopics topics;
    private final QuotationPanel quotations;
    private final DeskPanels desk;
    private final OwnWordsPage ownWords;
    private final Clock clock;

    TicketPage(
            TicketViews tickets,
            People people,
            Composer composer,
            Since since,
            PromisePanels promises,
            Judgements judgements,
            TicketTopics topics,
            QuotationPanel quotations,
            DeskPanels desk,
            OwnWordsPage ownWords,
            Clock clock) {
        this.tickets = tickets;
        this.people = people;
        this.composer = composer;
        this.since = since;
        this.promises = promises;
        this.judgements = judgements;
        this.topics = topics;
        this.quotations = quotations;
        this.desk = desk;
        this.ownWords = ownWords;
        this.clock = clock;
    }

    /** Who else is on the ticket, and whom this viewer could add. */
    private void participants(TicketView ticket, Viewer viewer, Model model) {
        boolean invites = ticket.facts().letsInvite(viewer);
        Set<Long> there = ticket.state().participants();
        model.addAttribute("invites", invites);
        model.addAttribute("own", viewer.staff() || ticket.state().belongsTo(viewer, ticket.facts()));
        model.addAttribute(
                "colleagues",
                !invites || viewer.staff()
                        ? List.of()
                        : people.colleagues(viewer).stream()
                                .filter(person -> !there.contains(person.id())
                                        && person.id() != ticket.facts().requester())
                                .toList());
    }

    /** @throws NoSuchTicket when the viewer may not even write on it */
    void seen(TicketNumber number, Viewer viewer) {
        if (!ownWords.is(number, viewer)) {
            find(number, viewer);
        }
    }

    /** One of which the viewer reads all. */
    TicketView find(TicketNumber number, Viewer viewer) {
        return tickets.find(number, viewer).orElseThrow(() -> new NoSuchTicket(number));
    }

    /** The page with what stands in the way of what was asked. */
    String back(TicketNumber number, String problem, Viewer viewer, Model model, HttpServletResponse response) {
        model.addAttribute("problem", problem);
        FormProblems.none(model);
        response.setStatus(HttpStatus.CONFLICT.value());
        return show(number, WordsForm.empty(), viewer, model);
    }

    /** The page with the form as it stands: empty, or with what was written and could not be sent. */
    String show(TicketNumber number, WordsForm form, Viewer viewer, Model model) {
        Optional<TicketView> whole = tickets.find(number, viewer);
        return whole.isPresent()
                ? show(whole.get(), form, viewer, model)
                : ownWords.show(number, form.isNote() ? WordsForm.empty() : form, viewer, model);
    }

    private String show(TicketView ticket, WordsForm form, Viewer viewer, Model model) {
        Instant now = clock.instant();
        WordsForm reply = composer.show(ticket.facts().number(), form, viewer, model);
        model.addAttribute("ticket", ticket);
        model.addAttribute("now", now);
        since.show(ticket, model);
        model.addAttribute("promises", promises.of(ticket, now));
        model.addAttribute("judgements", judgements.of(ticket.facts().number().value()));
        topics.show(ticket, viewer, model);
        quotations.show(ticket, viewer, model);
        participants(ticket, viewer, model);
        if (!viewer.staff()) {
            model.addAttribute("otherLevels", promises.otherLevels(ticket, now));
            return "ticket/customer";
        }
        desk.show(ticket, reply, viewer, now, model);
        return "ticket/agent";
    }
}
