package support.mail.app;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import support.coverage.web.ScopeText;
import support.mail.Letter;
import support.people.Notice;
import support.people.Viewer;
import support.site.web.Times;
import support.sla.Metric;
import support.sla.Promise;
import support.sla.Receipt;
import support.sla.Severity;
import support.sla.app.CurrentTerms;
import support.sla.web.ReceiptText;
import support.ticket.Quotation;
import support.ticket.Ticket;
import support.ticket.TicketEvent;
import support.ticket.TicketNumber;

/** The words of letters, in the reader's language, with times in the desk's zone and the reader's. */
@Component
class LetterTexts {
    private final MessageSource messages;
    private final Times times;
    private final ReceiptText receipts;
    private final CurrentTerms terms;
    private final ScopeText days;

    LetterTexts(MessageSource messages, Times times, ReceiptText receipts, CurrentTerms terms, ScopeText days) {
        this.days = days;
        this.messages = messages;
        this.times = times;
        this.receipts = receipts;
        this.terms = terms;
    }

    LetterText toCustomer(Letter.Kind kind, Ticket ticket, TicketEvent event, @Nullable String quote, Viewer reader) {
        Locale before = LocaleContextHolder.getLocale();
        LocaleContextHolder.setLocale(reader.locale());
        try {
            return switch (kind) {
                case PUBLIC_REPLY -> reply(ticket, quote, reader);
                case DUE_CHANGED -> dueChanged(ticket, event, reader);
                case ACKNOWLEDGEMENT, WARNING, MISSED, NOTICE -> acknowledgement(ticket, reader);
            };
        } finally {
            LocaleContextHolder.setLocale(before);
        }
    }

    private LetterText dueChanged(Ticket ticket, TicketEvent event, Viewer reader) {
        return switch (event.what()) {
            case TicketEvent.PromiseMoved moved -> republished(ticket, moved, reader);
            case TicketEvent.CoverageAccepted accepted -> accepted(ticket, reader);
            case TicketEvent.CoverageChecked covered -> accepted(ticket, reader);
            case TicketEvent.QuotationAccepted ordered -> ordered(ticket, ordered.quotation(), reader);
            default -> moved(ticket, event, reader);
        };
    }

    /** What was in question is taken on. */
    private LetterText accepted(Ticket ticket, Viewer reader) {
        Promise promise = ticket.state().owed().orElse(null);
        List<String> lines = new ArrayList<>();
        lines.add(say("letter.accepted.lead", ticket.facts().summary()));
        if (promise != null) {
            lines.add(say("letter.accepted.due", due(promise, reader)));
        }
        return new LetterText(
                title("letter.accepted.title", ticket), lines, reasons(promise, List.of()), null, say("letter.open"));
    }

    /** The customer has ordered what was offered. */
    private LetterText ordered(Ticket ticket, Quotation quotation, Viewer reader) {
        Promise promise = ticket.state().owed().orElse(null);
        List<String> lines = new ArrayList<>();
        lines.add(say("letter.ordered.lead", price(quotation), ticket.facts().summary()));
        if (promise != null) {
            lines.add(say("letter.accepted.due", due(promise, reader)));
        }
        return new LetterText(
                title("letter.ordered.title", ticket), lines, reasons(promise, List.of()), null, say("letter.open"));
    }

    private String price(Quotation quotation) {
        return say("quotation.price", quotation.currency().getCurrencyCode(), quotation.price());
    }

    /** What nothing is promised on: an idea, or what is not covered yet. */
    private String unpromised(Ticket ticket) {
        if (ticket.state().severity() == null) {
            return say("letter.ack.idea");
        }
        boolean undecided = ticket.state().coverage().admission().isUndecided();
        return say(undecided ? "letter.ack." + ticket.state().coverage().admission() : "letter.ack.nothing");
    }

    private LetterText acknowledgement(Ticket ticket, Viewer reader) {
        Promise promise = ticket.state().last(Metric.FIRST_RESPONSE).orElse(null);
        List<String> lines = new ArrayList<>();
        OptionalLong other = splitFrom(ticket);
        if (other.isPresent()) {
            String from = new TicketNumber(other.getAsLong()).toString();
            lines.add(say("letter.split.lead", from, ticket.facts().summary()));
        }
        if (promise == null) {
            lines.add(unpromised(ticket));
        } else if (promise.isOpen()) {
            lines.add(say("letter.ack.due", due(promise, reader)));
        } else {
            lines.add(say("letter.split.since", times.both(promise.startedAt(), reader)));
        }
        lines.add(say("letter.ack.next"));
        return new LetterText(
                title("letter.ack.title", ticket), lines, reasons(promise, List.of()), null, say("letter.open"));
    }

    /** The number of the ticket as whose part it began. */
    private static OptionalLong splitFrom(Ticket ticket) {
        return ticket.events().stream()
                .map(TicketEvent::what)
                .filter(TicketEvent.SplitFrom.class::isInstance)
                .mapToLong(what -> ((TicketEvent.SplitFrom) what).other())
                .findFirst();
    }

    private LetterText reply(Ticket ticket, @Nullable String quote, Viewer reader) {
        String key = reader.id() == ticket.facts().requester() ? "letter.reply" : "letter.reply.other";
        List<String> lines = new ArrayList<>();
        lines.add(say(key + ".lead", ticket.facts().summary()));
        ticket.events().stream()
                .map(TicketEvent::what)
                .filter(TicketEvent.Quoted.class::isInstance)
                .map(what -> ((TicketEvent.Quoted) what).quotation())
                .forEach(offer -> lines.add(say("letter.reply.offer", price(offer), days.day(offer.validUntil()))));
        ticket.state()
                .last(Metric.NEXT_NEWS)
                .filter(Promise::isOpen)
                .ifPresent(news -> lines.add(say("letter.reply.news", due(news, reader))));
        return new LetterText(title(key + ".title", ticket), lines, List.of(), quote, say("letter.answer"));
    }

    /** To a partner's person who reads but their own words: that there is an answer, and why they cannot read it. */
    LetterText unread(Ticket ticket, Viewer reader) {
        Locale before = LocaleContextHolder.getLocale();
        LocaleContextHolder.setLocale(reader.locale());
        try {
            String company = Objects.requireNonNull(ticket.state().behalf()).company();
            List<String> lines =
                    List.of(say("letter.unread.lead", ticket.facts().summary()), say("letter.unread.why", company));
            return new LetterText(title("letter.unread.title", ticket), lines, List.of(), null, say("letter.open"));
        } finally {
            LocaleContextHolder.setLocale(before);
        }
    }

    private LetterText moved(Ticket ticket, TicketEvent event, Viewer reader) {
        TicketEvent.SeverityChanged changed = (TicketEvent.SeverityChanged) event.what();
        Promise promise = ticket.state()
                .owed()
                .filter(owed -> owed.isOpen() && owed.metric() != Metric.NEXT_NEWS)
                .orElse(null);
        List<String> lines = new ArrayList<>();
        List<LetterText.Reason> reasons = List.of();
        lines.add(say("letter.moved.level", level(changed.from()), level(changed.to())));
        if (promise != null) {
            lines.add(say("letter.moved.due." + promise.metric(), due(promise, reader)));
            reasons = reasons(promise, List.of(change(ticket, event.at(), changed, promise)));
        } else {
            lines.add(say("letter.moved.answered"));
        }
        return new LetterText(title("letter.moved.title", ticket), lines, reasons, null, say("letter.open"));
    }

    private LetterText republished(Ticket ticket, TicketEvent.PromiseMoved moved, Viewer reader) {
        String metric = say("letter.metric." + moved.metric());
        List<String> lines = List.of(
                say("letter.republished.lead", metric, moved.policyVersion(), moved.calendarVersion()),
                say(
                        "letter.republished.due",
                        metric,
                        times.both(moved.from(), reader),
                        times.both(moved.to(), reader)));
        Promise promise = ticket.state().last(moved.metric()).orElse(null);
        return new LetterText(
                say("letter.republished.title", metric, ticket.number().toString()),
                lines,
                reasons(promise, List.of()),
                null,
                say("letter.open"));
    }

    LetterText toDesk(Letter.Kind kind, Ticket ticket, Metric metric, Instant dueAt) {
        String key = kind == Letter.Kind.WARNING ? "letter.warning" : "letter.missed";
        List<String> lines = List.of(
                say(key + ".lead", times.desk(dueAt), ticket.facts().summary(), say("letter.metric." + metric)));
        return new LetterText(title(key + ".title", ticket), lines, List.of(), null, say("letter.open"));
    }

    LetterText notice(Notice notice) {
        String key = "notice." + notice.kind();
        Object[] words = notice.words().toArray();
        List<String> lines = List.of(say(key + ".text", words), say(key + ".else"));
        return new LetterText(say(key + ".title", words), lines, List.of(), null, say(key + ".action"));
    }

    /** With the due times before and after; what moved the due time was recorded at the same instant. */
    private static Receipt.Reclassified change(
            Ticket ticket, Instant at, TicketEvent.SeverityChanged changed, Promise promise) {
        Instant before = ticket.events().stream()
                .filter(event -> event.at().equals(at))
                .map(TicketEvent::what)
                .filter(TicketEvent.DueMoved.class::isInstance)
                .map(TicketEvent.DueMoved.class::cast)
                .filter(moved -> moved.metric() == promise.metric())
                .map(TicketEvent.DueMoved::from)
                .findFirst()
                .orElse(promise.dueAt());
        return new Receipt.Reclassified(at, changed.from(), changed.to(), before, promise.dueAt());
    }

    private List<LetterText.Reason> reasons(@Nullable Promise promise, List<Receipt.Reclassified> changes) {
        if (promise == null) {
            return List.of();
        }
        Receipt receipt = Receipt.of(promise, changes, terms.published());
        List<LetterText.Reason> reasons = new ArrayList<>();
        receipts.rows(receipt).forEach(row -> reasons.add(new LetterText.Reason(row.when(), row.counted())));
        reasons.add(
                new LetterText.Reason(say("letter.receipt.due", times.desk(promise.dueAt())), receipts.sum(receipt)));
        return reasons;
    }

    private String due(Promise promise, Viewer reader) {
        Instant at = promise.dueAt();
        return times.both(at, reader);
    }

    private String level(Severity severity) {
        return say("severity." + severity);
    }

    private String title(String key, Ticket ticket) {
        return say(key, ticket.number().toString());
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
