package support.ticket.app;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.FailureHandler.ExponentialBackoffFailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import support.partner.app.PartnerDesk;

/** The timer of a partner fires: let time act on the partnership, then move its tickets, a stride at a time. */
@Configuration(proxyBeanMethods = false)
class PartnerTask {
    @Bean
    Task<Void> looksAtPartners(PartnerDesk partners, TicketLanes lanes, Clock clock) {
        return Tasks.custom(PartnerTimers.LOOK)
                .onFailure(new ExponentialBackoffFailureHandler<>(Duration.ofSeconds(10)))
                .execute((timer, context) -> look(partners, lanes, PartnerTimers.organisationOf(timer), clock));
    }

    private static CompletionHandler<Void> look(
            PartnerDesk partners, TicketLanes lanes, long organisation, Clock clock) {
        Optional<Instant> next = partners.look(organisation);
        boolean more = lanes.stride(organisation);
        return (more ? Optional.of(clock.instant()) : next)
                .<CompletionHandler<Void>>map(at -> (done, timers) -> timers.reschedule(done, at))
                .orElseGet(OnCompleteRemove::new);
    }
}
