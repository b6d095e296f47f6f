package support.sla.app;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import support.calendar.ServiceCalendar;
import support.sla.Policy;
import support.sla.Terms;
import support.sla.persistence.Publications;

/**
 * The terms of service as they are known now. Whoever shows something reads a copy that is at most a second old, and goes
 * on with it while the database is away; whoever promises something {@link #hold holds} them.
 */
@Component
public class CurrentTerms {
    private static final Logger LOG = LoggerFactory.getLogger(CurrentTerms.class);
    private static final long FRESH = Duration.ofSeconds(1).toNanos();

    private final Publications publications;
    private final Clock clock;
    private volatile Terms known;
    private volatile long readAt;

    CurrentTerms(Publications publications, Clock clock) {
        this.publications = publications;
        this.clock = clock;
        publications.begin();
        known = publications.all();
        readAt = System.nanoTime();
    }

    /** All that was published, up to a second ago. */
    public Terms published() {
        long now = System.nanoTime();
        if (now - readAt > FRESH) {
            readAt = now; // one look a second is enough, and one that fails is not repeated at once
            refresh();
        }
        return known;
    }

    private void refresh() {
        try {
            take(publications.newest());
        } catch (DataAccessException away) {
            LOG.debug("the terms stay as they were: {}", away.getMessage());
        }
    }

    private Terms take(Publications.Newest newest) {
        Terms terms = known;
        if (!newest.areIn(terms)) {
            terms = publications.all();
            known = terms;
        }
        return terms;
    }

    /** All that was published: nothing is added to it until the running transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Terms hold() {
        return take(publications.held());
    }

    /** The desk's own calendar that is in force now. */
    public ServiceCalendar calendar() {
        return published().at(clock.instant()).calendar();
    }

    /** The policy that is in force now. */
    public Policy policy() {
        return published().at(clock.instant()).policy();
    }
}
