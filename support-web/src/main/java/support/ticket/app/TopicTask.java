package support.ticket.app;

import com.github.kagkarlsson.scheduler.task.FailureHandler.ExponentialBackoffFailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.OptionalLong;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import support.people.Viewer;
import support.topic.Topic;

/** Many tickets follow a topic: stride after stride, each in a transaction of its own. */
@Configuration(proxyBeanMethods = false)
class TopicTask {
    private static final TaskDescriptor<Void> FOLLOW = TaskDescriptor.of("topic-follow");
    private static final String AND = "@";

    /** Named by the topic, who moved it, and the version that it had then: each move is followed. */
    static TaskInstance<Void> of(Topic topic, Viewer by) {
        return FOLLOW.instance(topic.id() + AND + by.id() + AND + topic.version())
                .build();
    }

    @Bean
    OneTimeTask<Void> ticketsFollowTopics(TopicFollowing following) {
        return Tasks.oneTime(FOLLOW)
                .onFailure(new ExponentialBackoffFailureHandler<>(Duration.ofSeconds(10)))
                .execute((timer, context) -> followAll(timer.getId().split(AND, -1), following));
    }

    private static void followAll(String[] id, TopicFollowing following) {
        OptionalLong after = OptionalLong.of(0);
        while (after.isPresent()) {
            after = following.follow(Long.parseLong(id[0]), Long.parseLong(id[1]), after.getAsLong());
        }
    }
}
