package support.audit.app;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import support.audit.persistence.AuditChain;
import support.audit.persistence.AuditLog;

/**
 * Checks that the audit log is whole, and says so in the log of the desk: the last hash, kept outside of the database,
 * proves later that no entry was taken from the end.
 */
@Component
public class AuditCheck {
    /** @param at when the walk began */
    public record Finding(AuditChain chain, Instant at) {}

    private static final Logger LOG = LoggerFactory.getLogger(AuditCheck.class);

    private final AuditLog log;
    private final Clock clock;
    private volatile @Nullable Finding latest;

    AuditCheck(AuditLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /** What this instance found last; it looks when it has not looked yet. */
    public Finding latest() {
        Finding known = latest;
        return known == null ? look() : known;
    }

    public Finding look() {
        Finding finding = new Finding(log.verify(), clock.instant());
        latest = finding;
        tell(finding.chain);
        return finding;
    }

    private static void tell(AuditChain chain) {
        if (chain.isWhole()) {
            LOG.info("The audit log is whole: {} entries, last hash {}", chain.entries(), chain.lastHash());
        } else {
            LOG.error(
                    "The audit log is broken: entry {} does not fit what stands before it ({} entries do, last hash {})",
                    chain.broken(),
                    chain.entries(),
                    chain.lastHash());
        }
    }
}
