package support.mail.app;

import com.github.kagkarlsson.scheduler.task.FailureHandler.ExponentialBackoffFailureHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler.MaxRetriesFailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import support.mail.Letter;
import support.mail.persistence.Outbox;

/**
 * Delivers one letter: at least once, with back-off from half a minute to about four hours. What has not been taken
 * after {@value #MOST_TRIES} tries, two days later, has failed and waits for an admin.
 */
@Configuration(proxyBeanMethods = false)
class LetterTask {
    private static final TaskDescriptor<Void> LETTER = TaskDescriptor.of("letter");
    private static final int MOST_TRIES = 18;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final double GROWTH = 1.6;

    static TaskInstance<Void> of(UUID letter) {
        return LETTER.instance(letter.toString()).build();
    }

    @Bean
    OneTimeTask<Void> letterDelivery(Outbox outbox, Delivery delivery) {
        var backoff = new ExponentialBackoffFailureHandler<Void>(FIRST_PAUSE, GROWTH);
        return Tasks.oneTime(LETTER)
                .onFailure(new MaxRetriesFailureHandler<>(MOST_TRIES, backoff, (result, operations) -> {
                    UUID id = UUID.fromString(result.getExecution().getId());
                    outbox.failed(
                            id, Letter.State.FAILED, words(result.getCause().orElseThrow()));
                }))
                .execute((timer, context) -> deliver(UUID.fromString(timer.getId()), outbox, delivery));
    }

    private static void deliver(UUID id, Outbox outbox, Delivery delivery) {
        try {
            delivery.deliver(id);
        } catch (RuntimeException e) {
            outbox.failed(id, Letter.State.WAITING, words(e));
            throw e;
        }
    }

    /** What the mail server said, short enough to read in a table. */
    private static String words(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String said = cause.getMessage() == null
                ? cause.getClass().getSimpleName()
                : cause.getMessage().strip();
        return said.substring(0, Math.min(300, said.length()));
    }
}
