package support.automation.app;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import support.automation.Automation;
import support.automation.persistence.Automations;
import support.ticket.persistence.MatchingTickets;

/**
 * Looks for tickets on which something has stood long enough since it looked before. What it has found is kept together with how far it
 * has looked: each ticket once for each time that it comes to stand.
 */
@Component
@Transactional
public class AutomationClock {
    /** More at once are a desk that was away for long: the oldest of them are left as they are. */
    private static final int MOST = 10_000;

    private final Automations automations;
    private final AutomationQueries queries;
    private final MatchingTickets matching;
    private final AutomationTimers timers;
    private final Clock clock;

    AutomationClock(
            Automations automations,
            AutomationQueries queries,
            MatchingTickets matching,
            AutomationTimers timers,
            Clock clock) {
        this.automations = automations;
        this.queries = queries;
        this.matching = matching;
        this.timers = timers;
        this.clock = clock;
    }

    public void look() {
        Instant now = clock.instant();
        automations.timed().forEach(timed -> look(timed, now));
    }

    private void look(Automations.Timed timed, Instant now) {
        Automation automation = timed.automation();
        Instant until = AutomationRunner.before(automation, now);
        queries.asked(automation.query(), now)
                .ifPresentOrElse(
                        asked -> matching.standing(
                                        AutomationQueries.DESK,
                                        asked,
                                        AutomationRunner.stand(automation),
                                        new MatchingTickets.Span(timed.seenUntil(), until),
                                        MOST)
                                .forEach(match -> timers.stands(match.number(), automation.id())),
                        () -> automations.stop(automation.id(), Automation.Stop.UNREADABLE));
        automations.seen(automation.id(), until);
    }
}
