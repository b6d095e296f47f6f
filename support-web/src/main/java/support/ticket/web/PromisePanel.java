package support.ticket.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import support.site.web.Times;
import support.sla.Promise;
import support.sla.Receipt;
import support.sla.Severity;
import support.sla.app.CurrentTerms;
import support.ticket.LevelChanges;
import support.ticket.Status;
import support.ticket.TicketEvent;
import support.ticket.persistence.TicketView;

/** What the pages of a ticket say about its promise. */
@Component
class PromisePanel {
    /**
     * The promise in words and figures; most is null where there is no promise.
     *
     * @param standing the state of the ticket in one word, for its sentence
     * @param state the state of the promise in one word
     * @param mark how it is marked: overdue, close, ok, info or closed
     * @param left business time left; null when nothing is owed
     * @param firstDueAt the due time as it was promised first
     * @param correction of the verdict, the newest; null where it stands as it was judged
     */
    record Panel(
            String standing,
            String state,
            String mark,
            @Nullable Instant dueAt,
            String dueText,
            @Nullable String left,
            @Nullable String leftByClock,
            @Nullable Instant answeredAt,
            @Nullable Instant firstDueAt,
            boolean shownDiffers,
            @Nullable Receipt receipt,
            @Nullable Correction correction) {

        public boolean none() {
            return dueAt == null;
        }
    }

    /** @param judged what the verdict was */
    record Correction(Promise.Verdict judged, String reason) {}

    private static final Duration CLOSE = Duration.ofHours(1);

    private final CurrentTerms terms;
    private final Times times;

    PromisePanel(CurrentTerms terms, Times times) {
        this.terms = terms;
        this.times = times;
    }

    Panel of(TicketView ticket, Instant now) {
        Promise promise = ticket.firstResponse();
        Severity severity = ticket.state().severity();
        if (promise == null || severity == null) {
            return new Panel(
                    standing(ticket, now), "none", "closed", null, "", null, null, null, null, false, null, null);
        }
        boolean owed = ticket.state().owesFirstResponse() && !now.isAfter(promise.dueAt());
        Duration left = promise.timeLeft(now, terms.published());
        Instant first = firstDue(ticket, promise);
        Instant shown = ticket.facts().shownDueAt();
        return new Panel(
                standing(ticket, now),
                state(ticket, promise, now),
                mark(ticket, promise, now, left),
                promise.dueAt(),
                times.desk(promise.dueAt()),
                owed ? times.length(left) : null,
                owed ? times.length(Duration.between(now, promise.dueAt())) : null,
                ticket.state().firstResponseAt(),
                first,
                shown != null && !times.desk(shown).equals(times.desk(first)),
                Receipt.of(promise, LevelChanges.of(ticket.events()), terms.published()),
                corrected(ticket)
                        .map(last -> new Correction(promise.verdict(), last.reason()))
                        .orElse(null));
    }

    private static String standing(TicketView ticket, Instant now) {
        Promise promise = ticket.firstResponse();
        Status status = ticket.state().status();
        if (status.isDone()) {
            return status == Status.CLOSED ? "closed" : "done";
        }
        if (promise != null && ticket.state().owesFirstResponse()) {
            return now.isAfter(promise.dueAt()) ? "overdue" : "due";
        }
        if (status == Status.WAITING_FOR_CUSTOMER) {
            return "yours";
        }
        return promise == null ? "none" : "ours";
    }

    private static Optional<TicketEvent.VerdictCorrected> corrected(TicketView ticket) {
        return ticket.events().reversed().stream()
                .map(TicketEvent::what)
                .filter(TicketEvent.VerdictCorrected.class::isInstance)
                .map(TicketEvent.VerdictCorrected.class::cast)
                .findFirst();
    }

    private static String state(TicketView ticket, Promise promise, Instant now) {
        boolean late = ticket.state().owesFirstResponse() && now.isAfter(promise.dueAt());
        return late
                ? "overdue"
                : switch (corrected(ticket)
                        .map(TicketEvent.VerdictCorrected::to)
                        .orElse(promise.verdict())) {
                    case OPEN -> "open";
                    case KEPT -> "kept";
                    case MISSED -> "missed";
                    case WITHDRAWN -> "withdrawn";
                };
    }

    private static String mark(TicketView ticket, Promise promise, Instant now, Duration left) {
        return switch (state(ticket, promise, now)) {
            case "overdue", "missed" -> "overdue";
            case "kept" -> "ok";
            case "open" -> left.compareTo(CLOSE) < 0 ? "close" : "info";
            default -> "closed";
        };
    }

    private static Instant firstDue(TicketView ticket, Promise promise) {
        return ticket.history().stream()
                .map(event -> event.event().what())
                .filter(TicketEvent.PromiseMade.class::isInstance)
                .map(made -> ((TicketEvent.PromiseMade) made).dueAt())
                .findFirst()
                .orElse(promise.dueAt());
    }
}
