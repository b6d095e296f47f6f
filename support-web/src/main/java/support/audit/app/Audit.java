package support.audit.app;

import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import support.audit.Deed;
import support.audit.persistence.AuditLog;

/** Writes down who did what: in the transaction of the deed, so that there is neither without the other. */
@Component
public class Audit {
    private final AuditLog log;
    private final Clock clock;

    Audit(AuditLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /** See {@link AuditLog#append}; the time is now, the network that of the request that is being served. */
    @Transactional
    public void record(Deed deed, @Nullable Long actor, String subject, Map<String, String> details) {
        log.append(clock.instant(), deed, actor, subject, details, network());
    }

    /** A deed whose subject is a person. */
    @Transactional
    public void person(Deed deed, @Nullable Long actor, long person, Map<String, String> details) {
        record(deed, actor, "person:" + person, details);
    }

    private static @Nullable String network() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes served
                ? served.getRequest().getRemoteAddr()
                : null;
    }
}
