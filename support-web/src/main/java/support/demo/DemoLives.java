package support.demo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import support.people.Viewer;
import support.ticket.Ticket;
import support.ticket.TicketNumber;

/** Tickets of the demo one after the other, the oldest first; from one seed always the same. */
class DemoLives {
    private final DemoStory story;
    private final List<Viewer> customers;
    private final List<DemoTopic> topics;
    private final Map<String, Long> apps;
    private final SplittableRandom random;
    private final IntFunction<Instant> raisedAt;
    private int told;

    /**
     * @param apps by key; what is about others is not told
     * @param raisedAt when the first, the second and so on was raised, counted from 0
     */
    DemoLives(
            DemoStory story,
            List<Viewer> customers,
            Map<String, Long> apps,
            SplittableRandom random,
            IntFunction<Instant> raisedAt) {
        this.story = story;
        this.customers = customers;
        this.topics = DemoTopic.ALL.stream()
                .filter(topic -> apps.containsKey(topic.app()))
                .toList();
        this.apps = apps;
        this.random = random;
        this.raisedAt = raisedAt;
    }

    Ticket next(TicketNumber number) {
        DemoTopic topic = topics.get(random.nextInt(topics.size()));
        Viewer customer = customers.get(random.nextInt(customers.size()));
        long app = Objects.requireNonNull(apps.get(topic.app()));
        return story.tell(number, topic, app, customer, raisedAt.apply(told++));
    }
}
