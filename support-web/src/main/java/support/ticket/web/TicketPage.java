package support.ticket.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import support.coverage.persistence.Judgements;
import support.people.Viewer;
import support.people.persistence.People;
import support.site.web.FormProblems;
import support.sla.app.CurrentTerms;
import support.team.Agent;
import support.team.persistence.Teams;
import support.ticket.LifeCycle;
import support.ticket.Status;
import support.ticket.TicketNumber;
import support.ticket.app.NoSuchTicket;
import support.ticket.persistence.TicketLinks;
import support.ticket.persistence.TicketView;
import support.ticket.persistence.TicketViews;

/** What the page of one ticket shows: to its customer, and to the desk. */
@Component
class TicketPage {
    private final TicketViews tickets;
    private final People people;
    private final Teams teams;
    private final TicketLinks links;
    private final CurrentTerms terms;
    private final Composer composer;
    private final Since since;
    private final PromisePanels promises;
    private final Judgements judgements;
    private final TicketTopics topics;
    private final QuotationPanel quotations;
    private final TakingPanel taking;
    private final HistoryText history;
    private final OwnWordsPage ownWords;
    private final Clock clock;

    TicketPage(
            TicketViews tickets,
            People people,
            Teams teams,
            TicketLinks links,
            CurrentTerms terms,
            Composer composer,
            Since since,
            PromisePanels promises,
            Judgements judgements,
            TicketTopics topics,
            QuotationPanel quotations,
            TakingPanel taking,
            HistoryText history,
            OwnWordsPage ownWords,
            Clock clock) {
        this.tickets = tickets;
        this.people = people;
        this.teams = teams;
        this.links = links;
        this.terms = terms;
        this.composer = composer;
        this.since = since;
        this.promises = promises;
        this.judgements = judgements;
        this.topics = topics;
        this.quotations = quotations;
        this.taking = taking;
        this.history = history;
        this.ownWords = ownWords;
        this.clock = clock;
    }

    /** Where the ticket can go: by itself, and with an answer, after which it may also stay where it is. */
    private static void steps(TicketView ticket, WordsForm form, Model model) {
        Status present = ticket.state().status();
        List<Status> next = LifeCycle.of(ticket.facts().type()).after(present);
        List<Status> answerNext = new ArrayList<>(next);
        if (present != Status.NEW) {
            answerNext.addFirst(present);
        }
        Status wanted = form.next() == null ? Status.WAITING_FOR_CUSTOMER : form.next();
        model.addAttribute("next", next);
        model.addAttribute("answerNext", answerNext);
        model.addAttribute("answerDefault", wanted);
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

    static Map<Long, String> names(List<Agent> desk) {
        return desk.stream().collect(Collectors.toMap(Agent::id, Agent::name));
    }

    /** Those who answer, as they are today. */
    List<Agent> team() {
        return teams.on(LocalDate.ofInstant(clock.instant(), terms.calendar().zone()))
                .agents();
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
        taking.show(ticket, viewer, now, model);
        List<Agent> desk = team();
        model.addAttribute("links", links.of(ticket.facts().number()));
        model.addAttribute("staff", desk);
        model.addAttribute("history", history.lines(ticket.history(), names(desk)));
        model.addAttribute("nonce", UUID.randomUUID());
        steps(ticket, reply, model);
        return "ticket/agent";
    }
}
