package support.privacy.app;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import support.api.app.Idempotency;
import support.privacy.persistence.Expired;

/** Forgets each night what the desk has kept long enough. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RetentionRules.class)
class Retention {
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final LocalTime AT_NIGHT = LocalTime.of(3, 10);

    /** So long an owner still sees which token has ended. */
    private static final Duration ENDED_TOKENS = Duration.ofDays(30);

    @Bean
    RecurringTask<Void> forgetting(RetentionRules rules, Expired expired, Clock clock) {
        return Tasks.recurring("retention", Schedules.daily(AT_NIGHT))
                .execute((task, context) -> forget(rules, expired, clock.instant()));
    }

    static void forget(RetentionRules rules, Expired expired, Instant now) {
        int letters = expired.forgetLettersBefore(now.minus(rules.letters()));
        int uploads = expired.forgetStagedFilesBefore(now.minus(rules.unsentFiles()));
        int links = expired.forgetLinksBefore(now);
        expired.forgetLimitsBefore(now);
        expired.forgetTokensBefore(now.minus(ENDED_TOKENS));
        expired.forgetAnswersBefore(now.minus(Idempotency.KEPT));
        int unanswered = expired.forgetUnansweredBefore(now.minus(rules.unanswered()));
        LOG.info(
                "Kept long enough: {} letters, {} files that were never sent, {} links, {} end customers without an answer",
                letters,
                uploads,
                links,
                unanswered);
    }
}
