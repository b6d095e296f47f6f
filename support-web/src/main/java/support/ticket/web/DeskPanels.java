package support.ticket.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import support.people.Viewer;
import support.sla.app.CurrentTerms;
import support.team.Agent;
import support.team.persistence.Teams;
import support.ticket.LifeCycle;
import support.ticket.Status;
import support.ticket.persistence.TicketLinks;
import support.ticket.persistence.TicketView;

/** What only the desk sees beside a ticket: where it can go, who could have it, what it is linked with, what happened to it. */
@Component
class DeskPanels {
    private final Teams teams;
    private final CurrentTerms terms;
    private final TicketLinks links;
    private final TakingPanel taking;
    private final SnoozePanel snooze;
    private final HistoryText history;

    DeskPanels(
            Teams teams,
            CurrentTerms terms,
            TicketLinks links,
            TakingPanel taking,
            SnoozePanel snooze,
            HistoryText history) {
        this.teams = teams;
        this.terms = terms;
        this.links = links;
        this.taking = taking;
        this.snooze = snooze;
        this.history = history;
    }

    /** @param reply as it stands in the fields */
    void show(TicketView ticket, WordsForm reply, Viewer viewer, Instant now, Model model) {
        taking.show(ticket, viewer, now, model);
        snooze.show(ticket, viewer, now, model);
        List<Agent> desk = teams.on(terms.today()).agents();
        model.addAttribute("links", links.of(ticket.facts().number()));
        model.addAttribute("staff", desk);
        model.addAttribute("history", lines(ticket.history(), desk));
        model.addAttribute("nonce", UUID.randomUUID());
        steps(ticket, reply, model);
    }

    /** What happened, in sentences. */
    List<HistoryText.Line> lines(List<TicketView.Event> events) {
        return lines(events, teams.on(terms.today()).agents());
    }

    private List<HistoryText.Line> lines(List<TicketView.Event> events, List<Agent> desk) {
        Map<Long, String> names = desk.stream().collect(Collectors.toMap(Agent::id, Agent::name));
        return history.lines(events, names);
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
}
