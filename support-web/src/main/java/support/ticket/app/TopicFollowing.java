package support.ticket.app;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import support.people.Viewer;
import support.people.persistence.People;
import support.sla.Terms;
import support.sla.app.CurrentTerms;
import support.ticket.Status;
import support.ticket.TicketNumber;
import support.topic.Topic;
import support.topic.app.TopicMoved;
import support.topic.persistence.TopicTickets;
import support.topic.persistence.Topics;

/**
 * Leads tickets to where the topic went that they are about. The first few go with it at once; where there are more, the
 * rest follow soon after, some at a time, so that nobody waits for thousands.
 */
@Component
@Transactional
public class TopicFollowing {
    /** So many follow in about half a second. */
    static final int STRIDE = 200;

    private final Topics topics;
    private final TopicTickets links;
    private final People people;
    private final CurrentTerms terms;
    private final SchedulerClient scheduler;
    private final TicketKeeping keeping;
    private final Clock clock;

    TopicFollowing(
            Topics topics,
            TopicTickets links,
            People people,
            CurrentTerms terms,
            @Lazy SchedulerClient scheduler,
            TicketKeeping keeping,
            Clock clock) {
        this.topics = topics;
        this.links = links;
        this.people = people;
        this.terms = terms;
        this.scheduler = scheduler;
        this.keeping = keeping;
        this.clock = clock;
    }

    @EventListener
    public void on(TopicMoved moved) {
        follow(moved.topic(), moved.by(), 0)
                .ifPresent(after ->
                        scheduler.scheduleIfNotExists(TopicTask.of(moved.topic(), moved.by()), clock.instant()));
    }

    /**
     * The next of them follow to where the topic is now. Those that are there already stay as they are, so it may be asked
     * again from the beginning.
     *
     * @param after the number of the ticket that followed last; 0 at first
     * @return where to go on; empty after the last, and when the topic or the person has gone
     */
    public OptionalLong follow(long topic, long by, long after) {
        return people.viewer(by)
                .flatMap(viewer -> topics.find(topic, viewer).map(line -> follow(line.topic(), viewer, after)))
                .orElseGet(OptionalLong::empty);
    }

    private OptionalLong follow(Topic topic, Viewer by, long after) {
        List<Long> numbers = links.numbers(topic.id(), after, STRIDE);
        if (numbers.isEmpty()) {
            return OptionalLong.empty();
        }
        Terms held = terms.hold();
        Status next = Status.valueOf(topic.stage().name());
        numbers.forEach(number -> keeping.find(new TicketNumber(number)).ifPresent(ticket -> {
            ticket.follow(next, by, clock.instant(), held);
            keeping.keep(ticket);
        }));
        return numbers.size() < STRIDE ? OptionalLong.empty() : OptionalLong.of(numbers.getLast());
    }
}
