package support.automation.app;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import support.automation.Automation;
import support.automation.Deeds;
import support.people.Notice;
import support.people.Role;
import support.people.Viewer;
import support.people.persistence.People;
import support.sla.Terms;
import support.ticket.Refusal;
import support.ticket.Ticket;
import support.ticket.TicketEvent;
import support.ticket.TicketNumber;
import support.ticket.app.Automating;
import support.ticket.persistence.TicketTags;

/** Does what an automation says: to the ticket, and by mail to the desk. */
@Component
class AutomationHands {
    private final Automating automating;
    private final TicketTags tags;
    private final People people;
    private final ApplicationEventPublisher listeners;
    private final Clock clock;

    AutomationHands(
            Automating automating, TicketTags tags, People people, ApplicationEventPublisher listeners, Clock clock) {
        this.automating = automating;
        this.tags = tags;
        this.people = people;
        this.listeners = listeners;
        this.clock = clock;
    }

    /**
     * @param refused takes up what the ticket does not allow
     * @return what has happened to the ticket
     */
    List<TicketEvent> act(Automation automation, TicketNumber number, Terms held, Set<Refusal.Reason> refused) {
        return automating.act(number, automation.name(), ticket -> {
            refused.addAll(automation
                    .deeds()
                    .apply(ticket, tags.of(number), people::answers, keeper(automation), clock.instant(), held));
            mail(automation, ticket);
        });
    }

    boolean mails(Automation automation) {
        return automation.deeds().mail() != Deeds.Mail.NONE;
    }

    /** Whoever answers for it: also when they may come in no more, what they have written goes on. */
    private static Viewer keeper(Automation automation) {
        return new Viewer(
                automation.keeper(), "", "", Role.AGENT, null, false, false, null, ZoneOffset.UTC, Locale.ENGLISH);
    }

    private void mail(Automation automation, Ticket ticket) {
        if (mails(automation)) {
            readers(automation, ticket)
                    .forEach(reader -> listeners.publishEvent(Notice.to(
                                    Notice.Kind.AUTOMATION,
                                    reader.address(),
                                    reader.name(),
                                    automation.name(),
                                    ticket.number().toString(),
                                    ticket.facts().summary())
                            .leadingTo("/tickets/" + ticket.number())));
        }
    }

    private List<People.Reader> readers(Automation automation, Ticket ticket) {
        Optional<Viewer> assignee = automation.deeds().mail() == Deeds.Mail.LEADS
                ? Optional.empty()
                : Optional.ofNullable(ticket.state().assignee()).flatMap(people::viewer);
        return assignee.map(one -> List.of(new People.Reader(one.email(), one.name(), true)))
                .orElseGet(people::leads);
    }
}
