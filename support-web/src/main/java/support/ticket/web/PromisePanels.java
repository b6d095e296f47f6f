package support.ticket.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import support.site.web.Times;
import support.sla.Metric;
import support.sla.Promise;
import support.sla.Receipt;
import support.sla.Severity;
import support.sla.app.CurrentTerms;
import support.ticket.Coverage;
import support.ticket.LevelChanges;
import support.ticket.Status;
import support.ticket.TicketEvent;
import support.ticket.persistence.TicketView;

/** What the pages of a ticket say about its promises. */
@Component
class PromisePanels {
    /**
     * All promises of a ticket.
     *
     * @param standing the message that says how the ticket stands; {@code standingDue} is its argument
     * @param current the newest of each metric, what is owed and due first on top
     * @param earlier those before them, in the order in which they were made
     */
    record Panels(String standing, String standingDue, List<Panel> current, List<Panel> earlier) {
        /** That of the first response; null for an idea. */
        public @Nullable Panel first() {
            return current.stream()
                    .filter(panel -> panel.metric == Metric.FIRST_RESPONSE)
                    .findFirst()
                    .orElse(null);
        }
    }

    /**
     * One promise in words and figures.
     *
     * @param ordinal which of the promises of its metric, from 1
     * @param state in one word
     * @param mark how it is marked: overdue, close, ok, info or closed
     * @param left business time left; null when nothing is owed or it is late
     * @param leftByClock the same by the clock; null also while it rests
     * @param doneAt when what was promised was done; null before, and when it was taken back
     * @param firstDueAt the due time as it was promised first
     * @param correction of the verdict, the newest; null where it stands as it was judged
     */
    record Panel(
            Metric metric,
            int ordinal,
            String state,
            String mark,
            Instant dueAt,
            @Nullable String left,
            @Nullable String leftByClock,
            @Nullable Instant doneAt,
            Instant firstDueAt,
            boolean shownDiffers,
            Receipt receipt,
            @Nullable Correction correction) {}

    /** @param judged what the verdict was */
    record Correction(Promise.Verdict judged, String reason) {}

    /**
     * Another level that a ticket could have.
     *
     * @param dueAt when the first response would then be due; null once it was given, and where none is promised
     */
    record OtherLevel(Severity severity, @Nullable Instant dueAt) {}

    private static final Duration CLOSE = Duration.ofHours(1);

    private final CurrentTerms terms;
    private final Times times;

    PromisePanels(CurrentTerms terms, Times times) {
        this.terms = terms;
        this.times = times;
    }

    Panels of(TicketView ticket, Instant now) {
        Map<Metric, Panel> current = new EnumMap<>(Metric.class);
        List<Panel> earlier = new ArrayList<>();
        for (Promise promise : ticket.promises()) {
            Panel before = current.get(promise.metric());
            if (before != null) {
                earlier.add(before);
            }
            int ordinal = before == null ? 1 : before.ordinal + 1;
            current.put(promise.metric(), panel(ticket, promise, ordinal, now));
        }
        List<Panel> ordered = current.values().stream()
                .sorted(Comparator.comparing((Panel panel) -> panel.left == null && !panel.state.equals("overdue"))
                        .thenComparing(Panel::dueAt))
                .toList();
        Promise owed = ticket.state().owed().orElse(null);
        return new Panels(standing(ticket, owed, now), owed == null ? "" : times.desk(owed.dueAt()), ordered, earlier);
    }

    /** The levels that a ticket does not have, if it has one. */
    List<OtherLevel> otherLevels(TicketView ticket, Instant now) {
        Severity present = ticket.state().severity();
        if (present == null) {
            return List.of();
        }
        Promise first = ticket.state()
                .last(Metric.FIRST_RESPONSE)
                .filter(promise -> promise.isOpen() && !promise.isOverdue(now))
                .orElse(null);
        return Arrays.stream(Severity.values())
                .filter(other -> other != present)
                .map(other -> new OtherLevel(
                        other,
                        first == null
                                ? null
                                : first.reclassified(present, other, now, terms.published())
                                        .dueAt()))
                .toList();
    }

    private Panel panel(TicketView ticket, Promise promise, int ordinal, Instant now) {
        Optional<TicketEvent.VerdictCorrected> corrected = corrected(ticket, promise.metric(), ordinal);
        Duration left = promise.timeLeft(now, terms.published());
        boolean runs = promise.isOpen() && !promise.isOverdue(now);
        String state = state(promise, corrected, now);
        Instant first = firstDue(ticket, promise);
        Instant shown =
                promise.metric() == Metric.FIRST_RESPONSE ? ticket.facts().shownDueAt() : null;
        return new Panel(
                promise.metric(),
                ordinal,
                state,
                mark(state, left),
                promise.dueAt(),
                runs ? times.length(left) : null,
                runs && !promise.isPaused() ? times.length(Duration.between(now, promise.dueAt())) : null,
                promise.verdict() == Promise.Verdict.WITHDRAWN ? null : promise.settledAt(),
                first,
                shown != null && !times.desk(shown).equals(times.desk(first)),
                Receipt.of(promise, LevelChanges.of(ticket.events(), promise), terms.published()),
                corrected
                        .map(last -> new Correction(promise.verdict(), last.reason()))
                        .orElse(null));
    }

    private static String standing(TicketView ticket, @Nullable Promise owed, Instant now) {
        Status status = ticket.state().status();
        if (status.isDone()) {
            return status == Status.CLOSED ? "standing.closed" : "standing.done";
        }
        if (owed != null) {
            return "standing." + (now.isAfter(owed.dueAt()) ? "overdue." : "due.") + owed.metric();
        }
        if (ticket.state().coverage().admission() == Coverage.Admission.QUOTED) {
            return "standing.QUOTED";
        }
        if (status == Status.WAITING_FOR_CUSTOMER) {
            return "standing.yours";
        }
        if (ticket.state().coverage().admission().isUndecided()) {
            return "standing." + ticket.state().coverage().admission();
        }
        return ticket.state().severity() == null ? "standing.none" : "standing.ours";
    }

    private static Optional<TicketEvent.VerdictCorrected> corrected(TicketView ticket, Metric metric, int ordinal) {
        return ticket.events().reversed().stream()
                .map(TicketEvent::what)
                .filter(TicketEvent.VerdictCorrected.class::isInstance)
                .map(TicketEvent.VerdictCorrected.class::cast)
                .filter(corrected -> corrected.metric() == metric && corrected.ordinal() == ordinal)
                .findFirst();
    }

    private static String state(Promise promise, Optional<TicketEvent.VerdictCorrected> corrected, Instant now) {
        if (promise.isOwed() && now.isAfter(promise.dueAt()) && !promise.isPaused()) {
            return "overdue";
        }
        return switch (corrected.map(TicketEvent.VerdictCorrected::to).orElse(promise.verdict())) {
            case OPEN -> promise.isPaused() ? "paused" : "open";
            case KEPT -> "kept";
            case MISSED -> "missed";
            case WITHDRAWN -> "withdrawn";
        };
    }

    private static String mark(String state, Duration left) {
        return switch (state) {
            case "overdue", "missed" -> "overdue";
            case "kept" -> "ok";
            case "open" -> left.compareTo(CLOSE) < 0 ? "close" : "info";
            default -> "closed";
        };
    }

    /** The due time as it stood in the history when the promise was made. */
    private static Instant firstDue(TicketView ticket, Promise promise) {
        return ticket.events().stream()
                .map(TicketEvent::what)
                .filter(TicketEvent.PromiseMade.class::isInstance)
                .map(TicketEvent.PromiseMade.class::cast)
                .filter(made -> made.metric() == promise.metric())
                .map(TicketEvent.PromiseMade::dueAt)
                .findFirst()
                .orElse(promise.dueAt());
    }
}
