package support.licence.app;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every night one of the instances takes in the licence reports that wait. */
@Configuration(proxyBeanMethods = false)
class PickUpTask {
    private static final TaskDescriptor<Void> PICK_UP = TaskDescriptor.of("licence-pick-up");
    private static final LocalTime AT = LocalTime.of(2, 0);

    @Bean
    RecurringTask<Void> licencePickUp(PickUp pickUp) {
        return Tasks.recurring(PICK_UP, Schedules.daily(ZoneOffset.UTC, AT)).execute((timer, context) -> pickUp.look());
    }
}
