package support.ticket.app;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import support.ticket.Ticket;
import support.ticket.TicketEvent;
import support.ticket.TicketNumber;

/**
 * Keeps one persistent timer for each ticket to which time alone will do something, in the transaction that changes the
 * ticket: a promise runs out, one that was set aside comes back, a resolved one closes. A timer is only a reminder to look at the ticket: what is then to
 * be done, and once, the ticket itself knows.
 */
@Component
public class TicketTimers {
    /** Stored with each timer: it keeps the name from when promises were all that timers were for. */
    static final TaskDescriptor<Void> LOOK = TaskDescriptor.of("promise");

    private static final String SECOND = "@";
    private static final Logger LOG = LoggerFactory.getLogger(TicketTimers.class);

    private final SchedulerClient scheduler;

    TicketTimers(@Lazy SchedulerClient scheduler) {
        this.scheduler = scheduler;
    }

    @EventListener
    void on(TicketChanged change) {
        Ticket ticket = change.ticket();
        if (change.events().stream().noneMatch(TicketTimers::moves)) {
            return;
        }
        if (ticket.nextLook().isEmpty()) {
            cancel(ticket);
        } else {
            watch(ticket);
        }
    }

    /** Whether what happened can change when to look next. */
    private static boolean moves(TicketEvent event) {
        return switch (event.what()) {
            case TicketEvent.PromiseMade made -> true;
            case TicketEvent.DueMoved moved -> true;
            case TicketEvent.PromiseMoved moved -> true;
            case TicketEvent.PromiseKept kept -> true;
            case TicketEvent.PromiseWithdrawn withdrawn -> true;
            case TicketEvent.PromisePaused paused -> true;
            case TicketEvent.PromiseResumed resumed -> true;
            case TicketEvent.PromiseMissed missed -> event.actor() != null; // else a timer is looking at this moment
            case TicketEvent.StatusChanged changed -> true;
            case TicketEvent.Snoozed snoozed -> true;
            case TicketEvent.Woken woken -> event.actor() != null;
            default -> false;
        };
    }

    /** Sets the timer of a ticket, or moves it; a ticket that waits for nothing has none. */
    public void watch(Ticket ticket) {
        ticket.nextLook().ifPresent(at -> schedule(ticket, at));
    }

    /**
     * A timer that is firing at this moment cannot be moved, and may go on with the time that it read: a second one looks
     * at the new time.
     */
    private void schedule(Ticket ticket, Instant at) {
        TaskInstance<Void> timer = timer(ticket);
        if (scheduler.scheduleIfNotExists(timer, at)) {
            return;
        }
        try {
            scheduler.reschedule(timer, at);
        } catch (TaskInstanceException firing) {
            scheduler.scheduleIfNotExists(
                    LOOK.instance(timer.getId() + SECOND + at).build(), at);
        }
    }

    /** The ticket that a timer is for. */
    static TicketNumber ticketOf(TaskInstance<?> timer) {
        return new TicketNumber(Long.parseLong(timer.getId().split(SECOND, 2)[0]));
    }

    private void cancel(Ticket ticket) {
        try {
            scheduler.cancel(timer(ticket));
        } catch (TaskInstanceException e) {
            // it is just being executed, or has gone: either way it finds nothing left to do
            LOG.debug("no timer to cancel for {}: {}", ticket.number(), e.getMessage());
        }
    }

    private static TaskInstance<Void> timer(Ticket ticket) {
        return LOOK.instance(Long.toString(ticket.number().value())).build();
    }
}
