package support.ticket.app;

import java.time.Clock;
import java.time.Instant;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import support.behalf.Consent;
import support.people.Viewer;
import support.sla.Terms;
import support.sla.app.CurrentTerms;
import support.ticket.Behalf;
import support.ticket.Status;
import support.ticket.Ticket;
import support.ticket.TicketNumber;
import support.topic.Topic;
import support.topic.app.TopicAdded;
import support.topic.persistence.Followers;
import support.topic.persistence.TopicTickets;

/**
 * Says which tickets are about a known issue or an idea: who raised one is told what becomes of it, and the ticket goes with
 * it where it can ({@link TopicFollowing}).
 */
@Component
@Transactional
public class TopicLinks {
    private final TopicTickets links;
    private final Followers followers;
    private final CurrentTerms terms;
    private final Clock clock;
    private final TicketKeeping keeping;

    TopicLinks(TopicTickets links, Followers followers, CurrentTerms terms, Clock clock, TicketKeeping keeping) {
        this.links = links;
        this.followers = followers;
        this.terms = terms;
        this.clock = clock;
        this.keeping = keeping;
    }

    /** A ticket that is about it already stays so. */
    public void link(TicketNumber number, Topic topic, Viewer by) {
        Terms held = terms.hold();
        Instant now = clock.instant();
        Ticket ticket = keeping.found(number, by);
        if (links.isAbout(number.value(), topic.id())) {
            return;
        }
        ticket.link(topic.id(), topic.title(), by, now);
        if (!topic.stage().isDone()) {
            ticket.follow(Status.valueOf(topic.stage().name()), by, now, held);
        }
        follow(topic, ticket, now);
        keeping.keep(ticket);
    }

    /** A partner that the end customer has not agreed to does not learn what the desk makes of the ticket. */
    private void follow(Topic topic, Ticket ticket, Instant now) {
        Behalf behalf = ticket.state().behalf();
        if (behalf == null || behalf.consent() == Consent.GIVEN) {
            followers.add(topic.id(), ticket.facts().requester(), now);
        }
    }

    /** Who raised it goes on to be told of the topic, until they say otherwise. */
    public void unlink(TicketNumber number, Topic topic, Viewer by) {
        Ticket ticket = keeping.found(number, by);
        if (links.isAbout(number.value(), topic.id())) {
            ticket.unlink(topic.id(), topic.title(), by, clock.instant());
            keeping.keep(ticket);
        }
    }

    @EventListener
    public void on(TopicAdded added) {
        TicketNumber.parse(added.ticket()).ifPresent(number -> link(number, added.topic(), added.by()));
    }
}
