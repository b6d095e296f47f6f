package support.sla.app;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import support.calendar.CalendarPlan;
import support.calendar.ClosedDay;
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

    /** All that was published, up to a second ago; to whoever is publishing, what they publish as well. */
    public Terms published() {
        if (TransactionSynchronizationManager.getResource(this) instanceof Terms next) {
            return next;
        }
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

    /** As {@link #hold}, and nobody else holds them, or promises anything, until the running transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Terms holdAlone() {
        publications.lock();
        return hold();
    }

    /**
     * Publishes the newest version of a calendar in the terms.
     *
     * @param next the terms with it, made of those that are {@link #holdAlone held alone}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void publish(Terms next, String calendar, CalendarPlan plan, List<ClosedDay> statutory, long publisher) {
        publications.add(next.newest(calendar).orElseThrow(), plan, statutory, clock.instant(), publisher);
        succeed(next);
    }

    /** Publishes the newest version of the policy in the terms. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void publishPolicy(Terms next, long publisher) {
        publications.add(next.policies().getLast(), clock.instant(), publisher);
        succeed(next);
    }

    /** In the running transaction these are the terms at once, for everybody when it ends well. */
    private void succeed(Terms next) {
        TransactionSynchronizationManager.bindResource(this, next);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResource(CurrentTerms.this);
                if (status == STATUS_COMMITTED) {
                    known = next;
                }
            }
        });
    }

    /** The desk's own calendar that is in force now. */
    public ServiceCalendar calendar() {
        return published().at(clock.instant()).calendar();
    }

    /** The day it is where the desk is. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), calendar().zone());
    }

    /** The policy that is in force now. */
    public Policy policy() {
        return published().at(clock.instant()).policy();
    }
}
