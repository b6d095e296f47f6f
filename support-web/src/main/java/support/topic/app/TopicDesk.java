package support.topic.app;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import support.audit.Deed;
import support.audit.app.Audit;
import support.people.Notice;
import support.people.Viewer;
import support.topic.Stage;
import support.topic.Topic;
import support.topic.persistence.Followers;
import support.topic.persistence.Topics;

/** What people do with known issues and ideas: the desk keeps them, customers follow them. */
@Component
@Transactional
public class TopicDesk {
    private final Topics topics;
    private final Followers followers;
    private final Audit audit;
    private final ApplicationEventPublisher listeners;
    private final Clock clock;

    TopicDesk(Topics topics, Followers followers, Audit audit, ApplicationEventPublisher listeners, Clock clock) {
        this.topics = topics;
        this.followers = followers;
        this.audit = audit;
        this.listeners = listeners;
        this.clock = clock;
    }

    /**
     * @param ticket the number of the ticket that it was made of; empty for none
     * @return the number of the topic
     */
    public long add(Topic topic, String ticket, Viewer by) {
        long id = topics.add(topic);
        record(Deed.TOPIC_ADDED, id, topic.stage(), by);
        if (!ticket.isEmpty()) {
            listeners.publishEvent(new TopicAdded(find(id, by), ticket, by));
        }
        return id;
    }

    /**
     * Changes its words.
     *
     * @param tells whether whoever follows it is told of its workaround, if it has one that they can read
     * @throws StaleTopic when somebody else was faster
     */
    public void change(Topic topic, boolean tells, Viewer by) {
        keep(topic);
        record(Deed.TOPIC_CHANGED, topic.id(), topic.stage(), by);
        if (tells && topic.canBeFollowed() && !topic.workaround().isBlank()) {
            tell(Notice.Kind.TOPIC_WORKAROUND, topic, topic.workaroundInShort(), by);
        }
    }

    /**
     * Moves it on, and tells whoever follows it when nothing more comes of it.
     *
     * @throws StaleTopic when somebody else was faster
     */
    public void move(Topic moved, Viewer by) {
        keep(moved);
        record(Deed.TOPIC_MOVED, moved.id(), moved.stage(), by);
        listeners.publishEvent(new TopicMoved(moved, by));
        if (moved.published() && moved.stage().isDone()) {
            tell(Notice.Kind.valueOf("TOPIC_" + moved.stage()), moved, moved.outcome(), by);
        }
    }

    /** Whoever may not see it, or comes when it is over, changes nothing. */
    public void follow(long topic, Viewer person) {
        seen(topic, person)
                .filter(Topic::canBeFollowed)
                .ifPresent(found -> followers.add(topic, person.id(), clock.instant()));
    }

    public void unfollow(long topic, Viewer person) {
        followers.remove(topic, person.id());
    }

    private void keep(Topic topic) {
        if (!topics.change(topic)) {
            throw new StaleTopic();
        }
    }

    private void tell(Notice.Kind kind, Topic topic, String said, Viewer by) {
        String app = topics.find(topic.id(), by).orElseThrow().app();
        followers
                .of(topic.id())
                .forEach(one ->
                        listeners.publishEvent(Notice.to(kind, one.address(), one.name(), topic.title(), said, app)
                                .leadingTo("/topics/" + topic.id())));
    }

    private Optional<Topic> seen(long topic, Viewer viewer) {
        return topics.find(topic, viewer).map(Topics.Line::topic);
    }

    private Topic find(long topic, Viewer viewer) {
        return seen(topic, viewer).orElseThrow();
    }

    private void record(Deed deed, long topic, Stage stage, Viewer by) {
        audit.record(deed, by.id(), "topic:" + topic, Map.of("stage", stage.name()));
    }
}
