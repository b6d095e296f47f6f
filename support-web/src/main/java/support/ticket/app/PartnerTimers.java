package support.ticket.app;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Keeps one persistent timer for each partner that something may still happen to: its first day begins, its last is over,
 * tickets are left to move. A timer is only a reminder to look; the partner itself knows what is to be done.
 */
@Component
public class PartnerTimers {
    static final TaskDescriptor<Void> LOOK = TaskDescriptor.of("partner");

    private static final String SECOND = "@";
    /** By then whoever was raising a ticket when the partner changed has done so. */
    private static final Duration SOON = Duration.ofSeconds(30);

    private final SchedulerClient scheduler;

    PartnerTimers(@Lazy SchedulerClient scheduler) {
        this.scheduler = scheduler;
    }

    /** A timer that is firing at this moment cannot be moved: a second one looks after it. */
    public void lookSoon(long organisation, Instant now) {
        Instant at = now.plus(SOON);
        TaskInstance<Void> timer = LOOK.instance(Long.toString(organisation)).build();
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

    /** The organisation that a timer is for. */
    static long organisationOf(TaskInstance<?> timer) {
        return Long.parseLong(timer.getId().split(SECOND, 2)[0]);
    }
}
