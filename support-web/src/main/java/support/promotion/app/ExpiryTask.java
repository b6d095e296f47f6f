package support.promotion.app;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every morning one of the instances looks which campaigns end soon. */
@Configuration(proxyBeanMethods = false)
class ExpiryTask {
    private static final TaskDescriptor<Void> REMIND = TaskDescriptor.of("campaign-reminder");
    private static final LocalTime AT = LocalTime.of(7, 15);

    @Bean
    RecurringTask<Void> remindsOfCampaigns(ExpiryReminder reminder) {
        return Tasks.recurring(REMIND, Schedules.daily(ZoneOffset.UTC, AT))
                .execute((timer, context) -> reminder.remind());
    }
}
