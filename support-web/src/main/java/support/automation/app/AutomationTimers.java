package support.automation.app;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Clock;
import java.util.Set;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import support.automation.Chain;
import support.automation.Trigger;
import support.automation.persistence.AutomationTasks;
import support.ticket.TicketEvent;
import support.ticket.TicketNumber;
import support.ticket.app.TicketChanged;

/**
 * Keeps what automations have to look at, in the transaction in which it happens: so it is lost only with what has happened.
 */
@Component
class AutomationTimers {
    /** One task, by its id. */
    static final TaskDescriptor<Void> ACT = TaskDescriptor.of("automation");

    private final AutomationTasks tasks;
    private final SchedulerClient scheduler;
    private final Clock clock;

    AutomationTimers(AutomationTasks tasks, @Lazy SchedulerClient scheduler, Clock clock) {
        this.tasks = tasks;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** What automations do themselves, {@link AutomationRunner} passes on with the chain that led to it. */
    @EventListener
    void on(TicketChanged change) {
        happened(
                change.ticket().number(),
                Trigger.setOffBy(change.events().stream()
                        .filter(AutomationTimers::isNoAutomations)
                        .toList()),
                Chain.NONE);
    }

    private static boolean isNoAutomations(TicketEvent event) {
        return event.automation() == null;
    }

    void happened(TicketNumber ticket, Set<Trigger> triggers, Chain chain) {
        if (!triggers.isEmpty()) {
            tasks.add(ticket, triggers, chain, clock.instant()).ifPresent(this::schedule);
        }
    }

    void stands(TicketNumber ticket, long automation) {
        schedule(tasks.addTimed(ticket, automation, clock.instant()));
    }

    private void schedule(long task) {
        scheduler.scheduleIfNotExists(ACT.instance(Long.toString(task)).build(), clock.instant());
    }
}
