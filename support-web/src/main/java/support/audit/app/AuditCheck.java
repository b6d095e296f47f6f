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
    /** @param at when the walk ended */
    public record Finding(AuditChain chain, Instant at) {}

    private static final Logger LOG = LoggerFactory.getLogger(AuditCheck.class);
    private static final long QUICK = 5000;

    private final AuditLog log;
    private final Clock clock;
    private volatile @Nullable Finding latest;

    AuditCheck(AuditLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /** What is so now where the log is short enough to walk it for a page; else what this instance found last. */
    public Finding latest() {
        Finding known = latest;
        return known == null || known.chain.entries() <= QUICK ? walk() : known;
    }

    public Finding look() {
        Finding finding = walk();
        if (finding.chain.isWhole()) {
            AuditChain chain = finding.chain;
            LOG.info("The audit log is whole: {} entries, last hash {}", chain.entries(), chain.lastHash());
        }
        return finding;
    }

    private Finding walk() {
        AuditChain chain = log.verify();
        if (!chain.isWhole()) {
            LOG.error(
                    "The audit log is broken: entry {} does not fit what stands before it ({} entries do, last hash {})",
                    chain.broken(),
                    chain.entries(),
                    chain.lastHash());
        }
        Finding finding = new Finding(chain, clock.instant());
        latest = finding;
        return finding;
    }
}
