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
import support.sla.Promise;
import support.ticket.Ticket;
import support.ticket.TicketEvent;
import support.ticket.TicketNumber;

/**
 * Keeps one persistent timer for each open promise, in the transaction that makes or moves the promise. A timer is only
 * a reminder to look at the ticket: what is then to be done, and once, the ticket itself knows.
 */
@Component
public class PromiseTimers {
    static final TaskDescriptor<Void> PROMISE = TaskDescriptor.of("promise");
    private static final String SECOND = "@";
    private static final Logger LOG = LoggerFactory.getLogger(PromiseTimers.class);

    private final SchedulerClient scheduler;

    PromiseTimers(@Lazy SchedulerClient scheduler) {
        this.scheduler = scheduler;
    }

    @EventListener
    void on(TicketChanged change) {
        for (TicketEvent event : change.events()) {
            switch (event.what()) {
                case TicketEvent.PromiseMade made -> watch(change.ticket());
                case TicketEvent.DueMoved moved -> watch(change.ticket());
                case TicketEvent.PromiseKept kept -> cancel(change.ticket());
                case TicketEvent.PromiseWithdrawn withdrawn -> cancel(change.ticket());
                default -> {}
            }
        }
    }

    /** Sets the timer of a ticket's promise, or moves it; a ticket without an open promise has none. */
    public void watch(Ticket ticket) {
        Promise promise = ticket.state().firstResponse();
        if (promise != null) {
            promise.nextLook().ifPresent(at -> schedule(ticket, at));
        }
    }

    /**
     * A timer that is firing at this moment cannot be moved, and may go on with the due time that it read: a second one
     * looks at the new time.
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
                    PROMISE.instance(timer.getId() + SECOND + at).build(), at);
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
        return PROMISE.instance(Long.toString(ticket.number().value())).build();
    }
}
