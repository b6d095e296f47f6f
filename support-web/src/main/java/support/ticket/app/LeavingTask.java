package support.ticket.app;

import com.github.kagkarlsson.scheduler.task.FailureHandler.ExponentialBackoffFailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import support.ticket.TicketNumber;

/** The timer of a reply that waits: kept with it, so that it leaves on whichever instance is there then. */
@Configuration(proxyBeanMethods = false)
class LeavingTask {
    private static final TaskDescriptor<Void> LEAVE = TaskDescriptor.of("reply");
    private static final String AND = "@";

    /** Named by the moment too: what is taken back and sent again has another one. */
    static TaskInstance<Void> of(TicketNumber number, long person, Instant at) {
        return LEAVE.instance(number.value() + AND + person + AND + at.toEpochMilli())
                .build();
    }

    @Bean
    OneTimeTask<Void> repliesLeave(Departures departures) {
        return Tasks.oneTime(LEAVE)
                .onFailure(new ExponentialBackoffFailureHandler<>(Duration.ofSeconds(5)))
                .execute((timer, context) -> leave(timer.getId().split(AND, -1), departures));
    }

    private static void leave(String[] id, Departures departures) {
        departures.leave(new TicketNumber(Long.parseLong(id[0])), Long.parseLong(id[1]));
    }
}
