package support.live.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import support.live.Position;
import support.live.persistence.Attendance;
import support.live.persistence.LiveLog;
import support.people.Viewer;
import support.ticket.TicketNumber;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads twice a second what has happened, once for all who listen on this instance, and tells them; while nobody listens it asks
 * nothing. What is told is told at least once: nobody's position is ever ahead of what waits for them.
 */
@Component
public class LiveHub implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(LiveHub.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final LiveLog log;
    private final Lookout lookout;
    private final Clock clock;
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private final Interest interest = new Interest();
    private volatile Position position;
    private volatile @Nullable Thread looking;

    LiveHub(LiveLog log, Attendance attendance, Clock clock) {
        this.log = log;
        this.lookout = new Lookout(attendance);
        this.clock = clock;
        position = log.begin(clock.instant());
    }

    /** Up to where all who listen were told what happened; whoever reads the database after it has seen at least that. */
    public Position position() {
        Instant now = clock.instant();
        if (interest.isGone(now)) {
            wake(now);
        }
        interest.show(now);
        return position;
    }

    /** Begins anew after a rest, in which nobody was there who has to be told what happened. */
    private synchronized void wake(Instant now) {
        if (listeners.isEmpty() && interest.isGone(now)) {
            position = log.begin(now);
            interest.show(now);
        }
    }

    /**
     * From now on somebody is told; they leave in the end.
     *
     * @param ticket that they look at, of which others shall know; null for none
     * @param writing they have begun to write there
     */
    public synchronized Listener join(Viewer viewer, @Nullable TicketNumber ticket, boolean writing) {
        Listener listener = new Listener(ticket == null ? null : new Attendance.Seat(ticket, viewer.id()), writing);
        listeners.add(listener);
        if (looking == null) {
            listener.end();
        }
        return listener;
    }

    public void leave(Listener listener) {
        listeners.remove(listener);
        interest.show(clock.instant()); // the others are told soon that they have gone
    }

    /** What happened after a position, also where another instance told up to there. */
    public Message missed(Position since) {
        return message(log.since(since, clock.instant()));
    }

    /** For whom nothing has happened. */
    public Message beat(Position then) {
        return Message.beat(then);
    }

    private static Message message(LiveLog.News news) {
        if (news.isNone()) {
            return Message.beat(news.position());
        }
        return news.unknown()
                ? new Message("unknown", news.position(), "{}")
                : new Message(
                        "changed",
                        news.position(),
                        JSON.writeValueAsString(Map.of(
                                "tickets",
                                news.tickets().stream()
                                        .map(TicketNumber::toString)
                                        .toList())));
    }

    private synchronized void look() {
        if (listeners.isEmpty() && interest.isGone(clock.instant())) {
            return;
        }
        LiveLog.News news = log.since(position, clock.instant());
        if (!news.isNone()) {
            Message message = message(news);
            listeners.forEach(listener -> listener.tell(message));
        }
        position = news.position(); // not before all were told: they say that they have read so far
        lookout.look(listeners, clock.instant());
        listeners.removeIf(Listener::isOver);
    }

    private void lookOnAndOn() {
        try {
            while (looking == Thread.currentThread()) {
                try {
                    look();
                } catch (DataAccessException e) {
                    LOG.warn("What happens could not be read; it will be, later", e);
                }
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            LOG.debug("the desk stops telling what happens");
        }
    }

    @Override
    public void start() {
        Thread thread = Thread.ofVirtual().name("live").unstarted(this::lookOnAndOn);
        looking = thread;
        thread.start();
    }

    /** Before the server waits for its last answers: browsers go to another instance, or come again. */
    @Override
    public void stop() {
        Thread thread = looking;
        looking = null;
        if (thread != null) {
            thread.interrupt();
        }
        listeners.forEach(Listener::end);
    }

    @Override
    public boolean isRunning() {
        return looking != null;
    }
}
