package support.automation.app;

import com.github.kagkarlsson.scheduler.task.FailureHandler.ExponentialBackoffFailureHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler.MaxRetriesFailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What automations have to look at is looked at: at once when something happens, every minute when something stands. */
@Configuration(proxyBeanMethods = false)
class AutomationTask {
    private static final TaskDescriptor<Void> LOOK = TaskDescriptor.of("automation-clock");
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final int MOST_TRIES = 10;

    @Bean
    OneTimeTask<Void> letsAutomationsAct(AutomationRunner runner) {
        var backoff = new ExponentialBackoffFailureHandler<Void>(FIRST_PAUSE, 2);
        return Tasks.oneTime(AutomationTimers.ACT)
                .onFailure(new MaxRetriesFailureHandler<>(
                        MOST_TRIES,
                        backoff,
                        (result, operations) -> runner.giveUp(
                                Long.parseLong(result.getExecution().getId()))))
                .execute((timer, context) -> runner.run(Long.parseLong(timer.getId())));
    }

    @Bean
    RecurringTask<Void> looksForWhatStands(AutomationClock clock) {
        return Tasks.recurring(LOOK, Schedules.fixedDelay(PAUSE)).execute((timer, context) -> clock.look());
    }
}
