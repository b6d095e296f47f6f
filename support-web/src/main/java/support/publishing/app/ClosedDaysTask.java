package support.publishing.app;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every morning one of the instances looks whether the leads have to be told of closed days that nobody looked over. */
@Configuration(proxyBeanMethods = false)
class ClosedDaysTask {
    private static final TaskDescriptor<Void> REMIND = TaskDescriptor.of("closed-days-reminder");
    private static final LocalTime AT = LocalTime.of(7, 0);

    @Bean
    RecurringTask<Void> remindsOfClosedDays(ClosedDaysReminder reminder) {
        return Tasks.recurring(REMIND, Schedules.daily(ZoneOffset.UTC, AT))
                .execute((timer, context) -> reminder.remind());
    }
}
