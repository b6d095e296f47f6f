package support.automation;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import support.ticket.TicketEvent;

/** When an automation looks at a ticket: as something happens to it, or once something has stood for some hours. */
public enum Trigger {
    RAISED(TicketEvent.Raised.class),
    CUSTOMER_REPLIED(TicketEvent.CustomerReplied.class),
    DESK_REPLIED(TicketEvent.DeskReplied.class),
    STATUS_CHANGED(TicketEvent.StatusChanged.class),
    SEVERITY_CHANGED(TicketEvent.SeverityChanged.class),
    ASSIGNED(TicketEvent.Assigned.class),
    TAGGED(TicketEvent.Tagged.class),
    PROMISE_WARNED(TicketEvent.PromiseWarned.class),
    PROMISE_MISSED(TicketEvent.PromiseMissed.class),
    /** The customer waits for an answer. */
    UNANSWERED(null),
    /** The ticket is where it is. */
    SAME_STATUS(null),
    /** Nobody has done anything to it. */
    UNTOUCHED(null);

    private final @Nullable Class<? extends TicketEvent.What> event;

    Trigger(@Nullable Class<? extends TicketEvent.What> event) {
        this.event = event;
    }

    /** Whether it is a time that has passed, not something that happens. */
    public boolean isTimed() {
        return event == null;
    }

    /** What it looks out for; null for a time. */
    public @Nullable Class<? extends TicketEvent.What> event() {
        return event;
    }

    private boolean isSetOffBy(TicketEvent happened) {
        return event != null && event.isInstance(happened.what());
    }

    /** Those that something sets off which has happened to a ticket. */
    public static Set<Trigger> setOffBy(List<TicketEvent> events) {
        return Arrays.stream(values())
                .filter(trigger -> events.stream().anyMatch(trigger::isSetOffBy))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Trigger.class)));
    }
}
