package support.automation.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import support.automation.Automation;
import support.automation.Trigger;
import support.automation.persistence.AutomationTasks;
import support.automation.persistence.AutomationTasks.Outcome;
import support.automation.persistence.AutomationTasks.Task;
import support.automation.persistence.Automations;
import support.sla.Terms;
import support.sla.app.CurrentTerms;
import support.ticket.Refusal;
import support.ticket.TicketEvent;
import support.ticket.persistence.Asked;
import support.ticket.persistence.MatchingTickets;

/**
 * Lets automations act for one task, in their order and in one transaction with the end of the task: however often it is
 * tried, and by however many instances, each acts once.
 */
@Component
@Transactional
public class AutomationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(AutomationRunner.class);

    private final Automations automations;
    private final AutomationTasks tasks;
    private final AutomationTimers timers;
    private final AutomationQueries queries;
    private final MatchingTickets matching;
    private final AutomationHands hands;
    private final CurrentTerms terms;
    private final Clock clock;

    AutomationRunner(
            Automations automations,
            AutomationTasks tasks,
            AutomationTimers timers,
            AutomationQueries queries,
            MatchingTickets matching,
            AutomationHands hands,
            CurrentTerms terms,
            Clock clock) {
        this.automations = automations;
        this.tasks = tasks;
        this.timers = timers;
        this.queries = queries;
        this.matching = matching;
        this.hands = hands;
        this.terms = terms;
        this.clock = clock;
    }

    /** Nothing happens when the task has been seen to. */
    public void run(long id) {
        tasks.take(id).ifPresent(task -> {
            Terms held = terms.hold();
            automations.concerned(task.triggers(), task.timed()).forEach(one -> run(one, task, held));
            tasks.remove(id);
        });
    }

    private void run(Automation automation, Task task, Terms held) {
        Instant now = clock.instant();
        Asked asked = queries.asked(automation.query(), now).orElse(null);
        if (asked == null) {
            automations.stop(automation.id(), Automation.Stop.UNREADABLE);
        } else if (isFor(automation, task, asked, now)) {
            guarded(automation, task, held, now);
        }
    }

    private boolean isFor(Automation automation, Task task, Asked asked, Instant now) {
        return matching.has(task.ticket(), AutomationQueries.DESK, asked)
                && (!automation.trigger().isTimed()
                        || matching.stands(task.ticket(), stand(automation), before(automation, now)));
    }

    /** None acts twice in a chain, nor more often in an hour than anything but a circle would. */
    private void guarded(Automation automation, Task task, Terms held, Instant now) {
        if (!task.chain().admits(automation.id())) {
            tasks.ran(task, automation.id(), now, Outcome.CIRCLE, Set.of());
        } else if (tasks.withinHour(task.ticket(), now) >= Automation.MOST_AN_HOUR) {
            automations.stop(automation.id(), Automation.Stop.TOO_OFTEN);
        } else {
            act(automation, task, held, now);
        }
    }

    private void act(Automation automation, Task task, Terms held, Instant now) {
        Set<Refusal.Reason> refused = EnumSet.noneOf(Refusal.Reason.class);
        List<TicketEvent> events = hands.act(automation, task.ticket(), held, refused);
        if (!events.isEmpty() || !refused.isEmpty() || hands.mails(automation)) {
            tasks.ran(task, automation.id(), now, refused.isEmpty() ? Outcome.DONE : Outcome.PARTLY, refused);
        }
        timers.happened(task.ticket(), Trigger.setOffBy(events), task.chain().with(automation.id()));
    }

    static MatchingTickets.Stand stand(Automation automation) {
        return MatchingTickets.Stand.valueOf(automation.trigger().name());
    }

    /** What stands since then has stood long enough. */
    static Instant before(Automation automation, Instant now) {
        return now.minus(Duration.ofHours(automation.hours()));
    }

    /** A task that cannot be done is given up, so that it does not wait for ever. */
    public void giveUp(long id) {
        LOG.error("No automation could look at task {}: it is given up", id);
        tasks.remove(id);
    }
}
