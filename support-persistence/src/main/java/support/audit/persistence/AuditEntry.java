package support.audit.persistence;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One deed as a page shows it.
 *
 * @param deed the name of a {@link support.audit.Deed}, or one that a later version of the desk wrote
 * @param actor null for the desk itself, or for somebody who has not signed in
 * @param actorName null where there is no such person any more
 * @param subject as it was written down, for example {@code person:17}
 * @param subjectName of the person or organisation; null where there is none, or none any more
 * @param hash in hexadecimal digits
 */
public record AuditEntry(
        long id,
        Instant at,
        String deed,
        @Nullable Long actor,
        @Nullable String actorName,
        String subject,
        @Nullable String subjectName,
        Map<String, String> details,
        @Nullable String network,
        String hash) {}
