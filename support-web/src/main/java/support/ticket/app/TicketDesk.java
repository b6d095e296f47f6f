package support.ticket.app;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import support.behalf.app.ConsentSaid;
import support.coverage.Verdict;
import support.people.Departed;
import support.people.Viewer;
import support.people.persistence.People;
import support.sla.Severity;
import support.sla.Terms;
import support.sla.app.CurrentTerms;
import support.ticket.Extras;
import support.ticket.Mentions;
import support.ticket.Quotation;
import support.ticket.Request;
import support.ticket.Status;
import support.ticket.Ticket;
import support.ticket.TicketEvent;
import support.ticket.TicketNumber;
import support.ticket.Tickets;
import support.ticket.Words;
import support.ticket.persistence.TicketTags;

/**
 * What people and timers do to tickets: find, one verb of the rule book, keep, tell. Whoever may not see a ticket gets
 * {@link NoSuchTicket}; what the rules forbid is a {@link support.ticket.Refusal}.
 *
 * <p>What promises something holds the terms before it finds the ticket: whoever publishes takes both in that order.
 *
 * <p>{@code seen} is the version of the ticket on the page that a change was sent from; when the ticket has another by
 * now, {@link StaleTicket} is thrown.
 */
@Component
@Transactional
public class TicketDesk {
    private final Tickets tickets;
    private final Clock clock;
    private final CurrentTerms terms;
    private final People people;
    private final TicketTags tags;
    private final TicketKeeping keeping;
    private final ApplicationEventPublisher listeners;

    TicketDesk(
            Tickets tickets,
            Clock clock,
            CurrentTerms terms,
            People people,
            TicketTags tags,
            TicketKeeping keeping,
            ApplicationEventPublisher listeners) {
        this.tickets = tickets;
        this.clock = clock;
        this.terms = terms;
        this.people = people;
        this.tags = tags;
        this.keeping = keeping;
        this.listeners = listeners;
    }

    /** A form that arrives twice raises one ticket, and both arrivals get its number. */
    public TicketNumber raise(Request request, Viewer by) {
        return tickets.raisedWith(request.nonce(), by).orElseGet(() -> {
            Terms held = terms.hold();
            Ticket ticket = Ticket.raise(tickets.nextNumber(), request, by, clock.instant(), held);
            tickets.add(ticket);
            listeners.publishEvent(new TicketChanged(ticket));
            return ticket.number();
        });
    }

    public void reply(TicketNumber number, Viewer by, Words words) {
        Terms held = terms.hold();
        once(words, by, () -> {
            Ticket ticket = tickets.findToWrite(number, by).orElseThrow(() -> new NoSuchTicket(number));
            ticket.reply(by, words, clock.instant(), held);
            keeping.keep(ticket);
        });
    }

    /** The partner's people let the end customer read what they have filed for it. */
    public void share(TicketNumber number, Viewer by) {
        Ticket ticket = tickets.findToWrite(number, by).orElseThrow(() -> new NoSuchTicket(number));
        ticket.share(by, clock.instant());
        keeping.keep(ticket);
    }

    /** Each ticket that was filed for the end customer keeps in its history what was said. */
    @EventListener
    public void on(ConsentSaid said) {
        for (TicketNumber number : tickets.forEndCustomer(said.customer().id())) {
            tickets.find(number).ifPresent(ticket -> {
                ticket.hearConsent(said.customer().said(), said.by(), clock.instant());
                keeping.keep(ticket);
            });
        }
    }

    /**
     * @param newsBy by when there are news, a closing of the desk; null when nothing is said of it
     * @throws support.sla.RefusedTerms when news cannot be promised by then
     */
    public void answer(TicketNumber number, Viewer by, int seen, Words words, Status next, @Nullable Instant newsBy) {
        answer(number, by, seen, words, next, newsBy, null);
    }

    /** @param extras what goes along with the answer; null for nothing */
    public void answer(
            TicketNumber number,
            Viewer by,
            int seen,
            Words words,
            Status next,
            @Nullable Instant newsBy,
            @Nullable Extras extras) {
        Terms held = terms.hold();
        once(
                words,
                by,
                () -> changeSeen(number, by, seen, (ticket, now) -> {
                    ticket.answer(by, words, next, newsBy, now, held);
                    if (extras != null) {
                        ticket.bring(extras, tags.of(number), people::answers, by, now);
                    }
                }));
    }

    public void note(TicketNumber number, Viewer by, Words words) {
        once(
                words,
                by,
                () -> change(number, by, (ticket, now) -> {
                    ticket.note(by, words, now);
                    mentioned(words, by).forEach(person -> ticket.mention(person, by, now));
                }));
    }

    /** Whom a note names, but for who wrote it. */
    private Set<Long> mentioned(Words words, Viewer by) {
        if (words.text().indexOf('@') < 0) {
            return Set.of();
        }
        Map<Long, String> others = people.staff().stream()
                .filter(person -> person.id() != by.id())
                .collect(Collectors.toMap(People.Colleague::id, People.Colleague::name));
        return Mentions.in(words.text(), others);
    }

    public void solve(TicketNumber number, Viewer by) {
        Terms held = terms.hold();
        change(number, by, (ticket, now) -> ticket.solve(by, now, held));
    }

    public void moveTo(TicketNumber number, Viewer by, int seen, Status next) {
        Terms held = terms.hold();
        changeSeen(number, by, seen, (ticket, now) -> ticket.moveTo(next, by, now, held));
    }

    public void reclassify(TicketNumber number, Viewer by, int seen, Severity to) {
        Terms held = terms.hold();
        changeSeen(number, by, seen, (ticket, now) -> ticket.reclassify(to, by, now, held));
    }

    /** @param verdict what the rules say by now */
    public void checkCoverage(TicketNumber number, Viewer by, int seen, Verdict.Kind verdict) {
        Terms held = terms.hold();
        changeSeen(number, by, seen, (ticket, now) -> ticket.checkCoverage(verdict, by, now, held));
    }

    /** @param reason for the desk */
    public void acceptCoverage(TicketNumber number, Viewer by, int seen, String reason) {
        Terms held = terms.hold();
        changeSeen(number, by, seen, (ticket, now) -> ticket.acceptCoverage(reason, by, now, held));
    }

    /** @param words the answer to the customer, with the reason */
    public void declineCoverage(TicketNumber number, Viewer by, int seen, Words words) {
        Terms held = terms.hold();
        once(
                words,
                by,
                () -> changeSeen(number, by, seen, (ticket, now) -> ticket.declineCoverage(by, words, now, held)));
    }

    /**
     * @param words the answer to the customer, with what is offered
     * @param offered whose number does not matter
     */
    public void quote(TicketNumber number, Viewer by, int seen, Words words, Quotation offered) {
        Terms held = terms.hold();
        once(
                words,
                by,
                () -> changeSeen(number, by, seen, (ticket, now) -> ticket.quote(by, words, offered, now, held)));
    }

    /** @param offer which one the customer read */
    public void acceptQuotation(TicketNumber number, Viewer by, int offer) {
        Terms held = terms.hold();
        change(number, by, (ticket, now) -> ticket.acceptQuotation(offer, today(now), by, now, held));
    }

    /** @param reason empty where none is given */
    public void declineQuotation(TicketNumber number, Viewer by, int offer, String reason) {
        Terms held = terms.hold();
        change(number, by, (ticket, now) -> ticket.declineQuotation(offer, reason, by, now, held));
    }

    private LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, terms.calendar().zone());
    }

    /** @param correction which verdict, to what, and why */
    public void correctVerdict(TicketNumber number, Viewer by, int seen, TicketEvent.VerdictCorrected correction) {
        changeSeen(number, by, seen, (ticket, now) -> ticket.correctVerdict(correction, by, now));
    }

    /** Moves what is promised on a ticket to terms that are just being published. */
    public void republish(TicketNumber number, Viewer by, Terms next) {
        tickets.find(number).ifPresent(ticket -> {
            ticket.republish(by, clock.instant(), next);
            keeping.keep(ticket);
        });
    }

    public void assign(TicketNumber number, Viewer by, int seen, @Nullable Long to) {
        changeSeen(number, by, seen, (ticket, now) -> ticket.assign(to, people::answers, by, now));
    }

    /** @param person somebody who can sign in */
    public void addParticipant(TicketNumber number, Viewer by, Viewer person) {
        change(number, by, (ticket, now) -> ticket.addParticipant(person, by, now));
    }

    public void removeParticipant(TicketNumber number, Viewer by, long person) {
        change(number, by, (ticket, now) -> ticket.removeParticipant(person, by, now));
    }

    /** Whoever may not come in any more is on no ticket of others. */
    @EventListener
    public void on(Departed departed) {
        for (TicketNumber number : tickets.withParticipant(departed.person())) {
            tickets.find(number).ifPresent(ticket -> {
                ticket.loseParticipant(departed.person(), clock.instant());
                keeping.keep(ticket);
            });
        }
    }

    /**
     * Lets time act on a ticket: on its promise, and on one that was resolved a while ago.
     *
     * @return when to look next; empty when there is nothing left to look for
     */
    public Optional<Instant> look(TicketNumber number) {
        return tickets.find(number).flatMap(ticket -> {
            ticket.look(clock.instant());
            keeping.keep(ticket);
            return ticket.nextLook();
        });
    }

    private void once(Words words, Viewer by, Runnable writing) {
        if (!tickets.wroteWith(words.nonce(), by)) {
            writing.run();
        }
    }

    private void changeSeen(TicketNumber number, Viewer by, int seen, BiConsumer<Ticket, Instant> verb) {
        change(number, by, (ticket, now) -> {
            if (ticket.state().version() != seen) {
                throw new StaleTicket(seen);
            }
            verb.accept(ticket, now);
        });
    }

    private void change(TicketNumber number, Viewer by, BiConsumer<Ticket, Instant> verb) {
        Ticket ticket = keeping.found(number, by);
        verb.accept(ticket, clock.instant());
        keeping.keep(ticket);
    }
}
