package support.audit.persistence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import support.audit.Deed;

/**
 * Which entries are looked for; null looks for any.
 *
 * @param actor the number of a person, or a part of a name or a mail address
 * @param subject as it was written down, or a part of the name or mail address of a person or organisation
 */
public record AuditFilter(
        @Nullable Deed deed,
        @Nullable String actor,
        @Nullable String subject,
        @Nullable Instant fromInclusive,
        @Nullable Instant untilExclusive) {}
