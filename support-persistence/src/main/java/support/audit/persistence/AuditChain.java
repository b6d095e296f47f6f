package support.audit.persistence;

import org.jspecify.annotations.Nullable;

/**
 * What a walk along the log found.
 *
 * @param entries how many fit, from the first on
 * @param lastHash of the last entry that fits, in hexadecimal digits; empty when none does
 * @param broken the number of the first entry that does not fit; null when all do
 */
public record AuditChain(
        long entries, String lastHash, @Nullable Long broken) {
    public boolean isWhole() {
        return broken == null;
    }
}
