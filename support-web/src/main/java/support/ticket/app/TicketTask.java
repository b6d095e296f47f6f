package support.ticket.app;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.FailureHandler.ExponentialBackoffFailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import support.ticket.TicketNumber;

/** The timer of a ticket fires: look at the ticket, and come back when the ticket says so. */
@Configuration(proxyBeanMethods = false)
class TicketTask {
    @Bean
    Task<Void> looksAtTickets(TicketDesk desk) {
        return Tasks.custom(TicketTimers.LOOK)
                .onFailure(new ExponentialBackoffFailureHandler<>(Duration.ofSeconds(10)))
                .execute((timer, context) -> look(desk, TicketTimers.ticketOf(timer)));
    }

    private static CompletionHandler<Void> look(TicketDesk desk, TicketNumber number) {
        return desk.look(number)
                .<CompletionHandler<Void>>map(next -> (done, timers) -> timers.reschedule(done, next))
                .orElseGet(OnCompleteRemove::new);
    }
}
