package support.mail.app;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import support.mail.Letter;
import support.people.Notice;
import support.people.Viewer;
import support.people.persistence.People;
import support.sla.Metric;
import support.ticket.Message;
import support.ticket.Ticket;
import support.ticket.TicketEvent;
import support.ticket.TicketNumber;
import support.ticket.app.TicketChanged;

/** Which letters a change of a ticket calls for, to whom, and what they say. */
@Component
class LetterWriter {
    private final People people;
    private final Readers readers;
    private final LetterTexts texts;
    private final LetterSetter setter;
    private final MailServer server;

    LetterWriter(People people, Readers readers, LetterTexts texts, LetterSetter setter, MailServer server) {
        this.people = people;
        this.readers = readers;
        this.texts = texts;
        this.setter = setter;
        this.server = server;
    }

    List<Letter> letters(TicketChanged change, Instant now) {
        Ticket ticket = change.ticket();
        List<Letter> letters = new ArrayList<>();
        for (TicketEvent event : told(change)) {
            switch (event.what()) {
                case TicketEvent.Raised raised ->
                    toCustomer(ticket, now, Letter.Kind.ACKNOWLEDGEMENT, event, letters, null);
                case TicketEvent.DeskReplied replied -> {
                    toCustomer(ticket, now, Letter.Kind.PUBLIC_REPLY, event, letters, answer(change, event));
                    toParticipants(ticket, now, event, letters, answer(change, event));
                }
                case TicketEvent.MergedInto merged -> letters.addAll(toMerged(ticket, merged, now));
                case TicketEvent.FiledOnBehalf filed -> letters.addAll(toContact(ticket, event, now));
                case TicketEvent.SharedWithCustomer shared -> letters.addAll(toContact(ticket, event, now));
                case TicketEvent.ParticipantAdded added -> letters.addAll(welcome(ticket, event, added, now));
                case TicketEvent.Mentioned mentioned -> letters.addAll(toMentioned(ticket, event, mentioned, now));
                case TicketEvent.SeverityChanged changed ->
                    toCustomer(ticket, now, Letter.Kind.DUE_CHANGED, event, letters, null);
                case TicketEvent.CoverageAccepted accepted ->
                    toCustomer(ticket, now, Letter.Kind.DUE_CHANGED, event, letters, null);
                case TicketEvent.QuotationAccepted ordered ->
                    toCustomer(ticket, now, Letter.Kind.DUE_CHANGED, event, letters, null);
                case TicketEvent.CoverageChecked checked -> {
                    if (promises(change)) { // what was in question is covered by now
                        toCustomer(ticket, now, Letter.Kind.DUE_CHANGED, event, letters, null);
                    }
                }
                case TicketEvent.PromiseMoved moved -> {
                    if (moved.to().isAfter(moved.from())) {
                        toCustomer(ticket, now, Letter.Kind.DUE_CHANGED, event, letters, null);
                    }
                }
                case TicketEvent.PromiseWarned warned ->
                    letters.add(toDesk(ticket, now, Letter.Kind.WARNING, warned.metric(), warned.dueAt()));
                case TicketEvent.PromiseMissed missed -> {
                    if (event.actor() == null) { // whoever answers late knows it: only what passes in silence is told
                        letters.add(toDesk(ticket, now, Letter.Kind.MISSED, missed.metric(), missed.dueAt()));
                    }
                }
                default -> {}
            }
        }
        return letters;
    }

    /** What happened on another ticket, before a part of it became this one, was told then. */
    private static List<TicketEvent> told(TicketChanged change) {
        boolean split = change.events().stream().anyMatch(event -> event.what() instanceof TicketEvent.SplitFrom);
        return split ? change.events().stream().filter(LetterWriter::isNews).toList() : change.events();
    }

    private static boolean isNews(TicketEvent event) {
        return switch (event.what()) {
            case TicketEvent.Raised raised -> true;
            case TicketEvent.PromiseWarned warned -> true;
            case TicketEvent.PromiseMissed missed -> true;
            default -> false;
        };
    }

    Letter letter(Notice notice, Instant now) {
        return setter.set(notice, texts.notice(notice), now);
    }

    private static boolean promises(TicketChanged change) {
        return change.events().stream().anyMatch(event -> event.what() instanceof TicketEvent.PromiseMade);
    }

    /** The public words of an event; an internal note is never among them. */
    private static @Nullable String answer(TicketChanged change, TicketEvent event) {
        return change.messages().stream()
                .filter(message -> !message.internal() && message.writtenAt().equals(event.at()))
                .map(Message::words)
                .map(words -> words.text())
                .findFirst()
                .orElse(null);
    }

    /**
     * A customer who has left gets no letters. A partner that an end customer has not agreed to is told that there is an
     * answer, and no word of it.
     */
    private void toCustomer(
            Ticket ticket,
            Instant now,
            Letter.Kind kind,
            TicketEvent event,
            List<Letter> letters,
            @Nullable String quote) {
        readers.requester(ticket).ifPresent(reader -> {
            if (kind == Letter.Kind.ACKNOWLEDGEMENT || readers.reads(ticket, reader)) {
                LetterText text = texts.toCustomer(kind, ticket, event, quote, reader);
                letters.add(setter.set(kind, ticket, text, reader.email(), reader.name(), now));
            } else if (kind == Letter.Kind.PUBLIC_REPLY) {
                LetterText text = texts.unread(ticket, reader);
                letters.add(setter.set(Letter.Kind.NOTICE, ticket, text, reader.email(), reader.name(), now));
            }
        });
    }

    private void toParticipants(
            Ticket ticket, Instant now, TicketEvent event, List<Letter> letters, @Nullable String quote) {
        Letter.Kind kind = Letter.Kind.PUBLIC_REPLY;
        readers.others(ticket)
                .forEach(reader -> letters.add(setter.set(
                        kind,
                        ticket,
                        texts.toCustomer(kind, ticket, event, quote, reader),
                        reader.email(),
                        reader.name(),
                        now)));
    }

    private List<Letter> welcome(Ticket ticket, TicketEvent event, TicketEvent.ParticipantAdded added, Instant now) {
        return people.viewer(added.person()).stream()
                .map(reader -> letter(toTicket(Notice.Kind.ADDED_TO_TICKET, ticket, event, reader), now))
                .toList();
    }

    /** Whoever raised a ticket that goes on in another learns where. */
    private List<Letter> toMerged(Ticket ticket, TicketEvent.MergedInto merged, Instant now) {
        TicketNumber into = new TicketNumber(merged.into());
        return readers.requester(ticket).stream()
                .map(reader -> Notice.to(
                                Notice.Kind.TICKET_MERGED,
                                reader.email(),
                                reader.name(),
                                ticket.number().toString(),
                                ticket.facts().summary(),
                                into.toString())
                        .leadingTo("/tickets/" + into))
                .map(notice -> letter(notice, now))
                .toList();
    }

    /** The note itself is read on the desk alone. */
    private List<Letter> toMentioned(Ticket ticket, TicketEvent event, TicketEvent.Mentioned mentioned, Instant now) {
        return people.viewer(mentioned.person()).stream()
                .filter(Viewer::staff)
                .map(reader -> letter(toTicket(Notice.Kind.MENTIONED, ticket, event, reader), now))
                .toList();
    }

    /** The end customer learns that it can read what was filed for it. */
    private List<Letter> toContact(Ticket ticket, TicketEvent event, Instant now) {
        return readers.contact(ticket).stream()
                .map(reader -> letter(toTicket(Notice.Kind.FILED_FOR_YOU, ticket, event, reader), now))
                .toList();
    }

    private Notice toTicket(Notice.Kind kind, Ticket ticket, TicketEvent event, Viewer reader) {
        String by = Optional.ofNullable(event.actor())
                .flatMap(people::viewer)
                .map(Viewer::name)
                .orElse("");
        return Notice.to(
                        kind,
                        reader.email(),
                        reader.name(),
                        by,
                        ticket.number().toString(),
                        ticket.facts().summary())
                .leadingTo("/tickets/" + ticket.number());
    }

    private Letter toDesk(Ticket ticket, Instant now, Letter.Kind kind, Metric metric, Instant dueAt) {
        Optional<Viewer> assignee =
                Optional.ofNullable(ticket.state().assignee()).flatMap(people::viewer);
        LetterText text = texts.toDesk(kind, ticket, metric, dueAt);
        return setter.set(
                kind,
                ticket,
                text,
                assignee.map(Viewer::email).orElse(server.alertAddress()),
                assignee.map(Viewer::name).orElse(""),
                now);
    }
}
