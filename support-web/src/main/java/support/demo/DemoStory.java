package support.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import support.calendar.BusinessHours;
import support.people.Viewer;
import support.sla.Metric;
import support.sla.Promise;
import support.sla.RequestType;
import support.sla.Severity;
import support.sla.Terms;
import support.ticket.LifeCycle;
import support.ticket.Request;
import support.ticket.Status;
import support.ticket.Ticket;
import support.ticket.TicketNumber;
import support.ticket.Words;

/** Lets one ticket of the demo desk happen, by the verbs that people use, up to now. */
class DemoStory {
    private final Terms terms;
    private final Instant now;
    private final SplittableRandom random;
    private final List<Viewer> agents;
    private final Instant endedBefore;

    /** @param endedBefore what was raised before it has come to its end */
    DemoStory(Terms terms, Instant now, SplittableRandom random, List<Viewer> agents, Instant endedBefore) {
        this.terms = terms;
        this.now = now;
        this.random = random;
        this.agents = agents;
        this.endedBefore = endedBefore;
    }

    Ticket tell(TicketNumber number, DemoTopic topic, long app, Viewer customer, Instant raisedAt) {
        Ticket ticket = Ticket.raise(number, request(topic, app), customer, raisedAt, terms);
        Viewer agent = agents.get(random.nextInt(agents.size()));
        Instant answerAt = answerAt(ticket, raisedAt);
        if (answerAt.isAfter(now)) {
            takeSometimes(ticket, agent, raisedAt);
            ticket.look(now);
            return ticket;
        }
        ticket.assign(agent.id(), one -> true, agent, answerAt);
        ticket.look(answerAt);
        answer(ticket, topic, agent, answerAt);
        goOn(ticket, customer, agent, answerAt);
        if (raisedAt.isBefore(endedBefore)) {
            end(ticket, customer);
        }
        ticket.state().closesAt().filter(at -> !at.isAfter(now)).ifPresent(ticket::look);
        return ticket;
    }

    private Request request(DemoTopic topic, long app) {
        Severity severity = topic.type() == RequestType.IDEA ? null : severity();
        return new Request(
                topic.type(),
                severity,
                app,
                version(),
                platform(),
                topic.summary(),
                topic.description(),
                nonce(),
                null);
    }

    private Severity severity() {
        int roll = random.nextInt(100);
        return roll < 8
                ? Severity.LEVEL_1
                : roll < 30 ? Severity.LEVEL_2 : roll < 70 ? Severity.LEVEL_3 : Severity.LEVEL_4;
    }

    /** Most promises are kept with time to spare; about one in fifteen is missed. */
    private Instant answerAt(Ticket ticket, Instant raisedAt) {
        Duration target = promised(ticket);
        int percent = random.nextInt(100) < 93 ? 10 + random.nextInt(80) : 105 + random.nextInt(60);
        return hours().deadline(raisedAt, target.multipliedBy(percent).dividedBy(100));
    }

    private static Duration promised(Ticket ticket) {
        return ticket.state().last(Metric.FIRST_RESPONSE).map(Promise::target).orElse(Duration.ofHours(30));
    }

    private void takeSometimes(Ticket ticket, Viewer agent, Instant raisedAt) {
        Instant at = hours().nextOpening(raisedAt).orElse(raisedAt);
        if (random.nextInt(3) == 0 && !at.isAfter(now)) {
            ticket.assign(agent.id(), one -> true, agent, at);
        }
    }

    private void answer(Ticket ticket, DemoTopic topic, Viewer agent, Instant at) {
        if (random.nextInt(4) == 0) {
            ticket.note(agent, words("Same as last week at another customer: the knowledge base has the steps."), at);
        }
        Status next = random.nextInt(3) == 0 ? LifeCycle.of(topic.type()).working() : Status.WAITING_FOR_CUSTOMER;
        ticket.answer(agent, words(topic.answer()), next, null, at, terms);
    }

    private void goOn(Ticket ticket, Viewer customer, Viewer agent, Instant answeredAt) {
        Instant at = later(answeredAt, 1 + random.nextInt(20));
        if (at == null) {
            return;
        }
        int roll = random.nextInt(100);
        if (roll < 45) {
            ticket.solve(customer, at, terms);
        } else if (roll < 70) {
            ticket.reply(
                    customer,
                    words(
                            "Thank you. I tried it, and it is better, but not yet right: one space still shows the old state."),
                    at,
                    terms);
            settle(ticket, agent, at);
        } else if (roll < 85) {
            advance(ticket, agent, at);
        }
    }

    private void settle(Ticket ticket, Viewer agent, Instant repliedAt) {
        Instant at = later(repliedAt, 2 + random.nextInt(6));
        if (at != null) {
            ticket.answer(
                    agent,
                    words("That space has a cache of its own. We have emptied it; it is right now on our side."),
                    Status.RESOLVED,
                    null,
                    at,
                    terms);
            closeLater(ticket, agent, at);
        }
    }

    private void closeLater(Ticket ticket, Viewer agent, Instant resolvedAt) {
        Instant at = later(resolvedAt, 80);
        if (at != null && random.nextBoolean()) {
            ticket.moveTo(Status.CLOSED, agent, at, terms);
        }
    }

    private void end(Ticket ticket, Viewer customer) {
        Instant at = later(ticket.state().changedAt(), 10 + random.nextInt(30));
        if (at != null && !ticket.state().status().isDone()) {
            ticket.solve(customer, at, terms);
        }
    }

    /** One step along the life cycle, so that every status is somewhere on the desk. */
    private void advance(Ticket ticket, Viewer agent, Instant at) {
        List<Status> next =
                LifeCycle.of(ticket.facts().type()).after(ticket.state().status());
        ticket.moveTo(next.get(random.nextInt(next.size())), agent, at, terms);
        Instant then = later(at, 8);
        List<Status> after =
                LifeCycle.of(ticket.facts().type()).after(ticket.state().status());
        if (then != null && random.nextBoolean()) {
            ticket.moveTo(after.get(random.nextInt(after.size())), agent, then, terms);
        }
    }

    /** So many business hours later; null when that has not come yet. */
    private @Nullable Instant later(Instant from, int businessHours) {
        Instant at = hours().deadline(from, Duration.ofHours(businessHours).plusMinutes(random.nextInt(60)));
        return at.isAfter(now) ? null : at;
    }

    private BusinessHours hours() {
        return terms.at(now).calendar().hours();
    }

    private String version() {
        return (3 + random.nextInt(3)) + "." + random.nextInt(10) + "." + random.nextInt(5);
    }

    private String platform() {
        return random.nextBoolean() ? "Confluence Cloud" : "Confluence Data Center 9.2, PostgreSQL 16";
    }

    private Words words(String text) {
        return new Words(text, nonce());
    }

    private UUID nonce() {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
