package support.privacy.app;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long the desk keeps what ({@code DESK_RETENTION_*}); what is not named here is kept until its person is erased.
 *
 * @param letters after they were sent; letters that wait or failed stay
 * @param unsentFiles files that were chosen in a form which was never sent
 * @param unanswered addresses at which a partner asked a company for its consent and that have no account, after the last
 *     question, or a no
 */
@ConfigurationProperties("desk.retention")
record RetentionRules(
        @DefaultValue("180d") Duration letters,
        @DefaultValue("2d") Duration unsentFiles,
        @DefaultValue("90d") Duration unanswered) {}
