package support.ticket;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import support.sla.RequestType;
import support.sla.Severity;

/**
 * What a customer asks, in the customer's words.
 *
 * @param severity the impact; null for an idea and only there, since an idea carries no promise
 * @param appVersion as the customer wrote it; may be empty
 * @param platform host product, hosting, browser, database as the customer wrote it; may be empty
 * @param description Markdown
 * @param nonce names the form that was sent: the same form sent twice makes one ticket
 * @param shownDueAt the due time that stood on the form; null when none did
 * @param coverage what the rules said, and what the customer wishes in that case
 * @param behalf for whom a partner's person files it; null for their own organisation
 */
public record Request(
        RequestType type,
        @Nullable Severity severity,
        long app,
        String appVersion,
        String platform,
        String summary,
        String description,
        UUID nonce,
        @Nullable Instant shownDueAt,
        Coverage coverage,
        @Nullable Behalf behalf) {

    public static final int LONGEST_SUMMARY = 200;
    public static final int LONGEST_DETAIL = 200;

    public Request {
        if ((type == RequestType.IDEA) != (severity == null)) {
            throw new IllegalArgumentException("every request but an idea has a severity");
        }
        Words.check(summary, LONGEST_SUMMARY);
        Words.check(description, Words.LONGEST);
        if (appVersion.length() > LONGEST_DETAIL || platform.length() > LONGEST_DETAIL) {
            throw new IllegalArgumentException("version and platform have at most " + LONGEST_DETAIL + " characters");
        }
    }

    /** One that somebody raises for their own organisation. */
    public Request(
            RequestType type,
            @Nullable Severity severity,
            long app,
            String appVersion,
            String platform,
            String summary,
            String description,
            UUID nonce,
            @Nullable Instant shownDueAt,
            Coverage coverage) {
        this(type, severity, app, appVersion, platform, summary, description, nonce, shownDueAt, coverage, null);
    }

    /** One whose coverage nobody judges. */
    public Request(
            RequestType type,
            @Nullable Severity severity,
            long app,
            String appVersion,
            String platform,
            String summary,
            String description,
            UUID nonce,
            @Nullable Instant shownDueAt) {
        this(type, severity, app, appVersion, platform, summary, description, nonce, shownDueAt, Coverage.UNJUDGED);
    }
}
