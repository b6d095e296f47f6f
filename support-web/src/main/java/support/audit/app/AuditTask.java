package support.audit.app;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every night one of the instances walks along the audit log. */
@Configuration(proxyBeanMethods = false)
class AuditTask {
    private static final TaskDescriptor<Void> CHECK = TaskDescriptor.of("audit-check");
    private static final LocalTime AT = LocalTime.of(3, 0);

    @Bean
    RecurringTask<Void> auditLogCheck(AuditCheck check) {
        return Tasks.recurring(CHECK, Schedules.daily(ZoneOffset.UTC, AT)).execute((timer, context) -> check.look());
    }
}
