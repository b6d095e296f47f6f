package support.training.app;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every morning one of the instances lets people move up to seats that nobody gave back by hand. */
@Configuration(proxyBeanMethods = false)
class SeatsTask {
    private static final TaskDescriptor<Void> MOVE_UP = TaskDescriptor.of("course-seats");
    private static final LocalTime AT = LocalTime.of(6, 45);

    @Bean
    RecurringTask<Void> movesUp(TrainingDesk desk) {
        return Tasks.recurring(MOVE_UP, Schedules.daily(ZoneOffset.UTC, AT))
                .execute((timer, context) -> desk.moveUpEverywhere());
    }
}
