package support.site.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/**
 * The sessions in the database, with less work for each page. When a session was used last is written once a minute, not
 * at every look. What {@link SessionOfRequest a request} has found it does not look for again, as Spring Session does when
 * the answer has left; the next request looks anew, so that a session that was ended anywhere is dead at once.
 *
 * @param <S> the session as it is kept
 */
class SparingSessions<S extends Session> implements FindByIndexNameSessionRepository<SparingSessions.Spared<S>> {
    /** Far less than a session may rest, so that none ends early that anybody would miss. */
    private static final Duration ROUGHLY = Duration.ofMinutes(1);

    private final FindByIndexNameSessionRepository<S> sessions;

    SparingSessions(FindByIndexNameSessionRepository<S> sessions) {
        this.sessions = sessions;
    }

    @Override
    public Spared<S> createSession() {
        return new Spared<>(sessions.createSession());
    }

    @Override
    public void save(Spared<S> session) {
        sessions.save(session.kept);
    }

    @Override
    public @Nullable Spared<S> findById(String id) {
        Session found = SessionOfRequest.found(id);
        if (found instanceof Spared<?> spared) {
            @SuppressWarnings("unchecked") // only sessions of this repository are remembered
            Spared<S> own = (Spared<S>) spared;
            return own;
        }
        S kept = sessions.findById(id);
        Spared<S> session = kept == null ? null : new Spared<>(kept);
        SessionOfRequest.remember(session);
        return session;
    }

    @Override
    public void deleteById(String id) {
        SessionOfRequest.remember(null);
        sessions.deleteById(id);
    }

    @Override
    public Map<String, Spared<S>> findByIndexNameAndIndexValue(String index, String value) {
        return sessions.findByIndexNameAndIndexValue(index, value).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, found -> new Spared<>(found.getValue())));
    }

    /** A session that does not mind being used again within a minute. */
    static final class Spared<S extends Session> implements Session {
        private final S kept;

        Spared(S kept) {
            this.kept = kept;
        }

        @Override
        public void setLastAccessedTime(Instant now) {
            if (!SessionOfRequest.isByItself()
                    && now.isAfter(kept.getLastAccessedTime().plus(ROUGHLY))) {
                kept.setLastAccessedTime(now);
            }
        }

        @Override
        public Instant getLastAccessedTime() {
            return kept.getLastAccessedTime();
        }

        @Override
        public String getId() {
            return kept.getId();
        }

        @Override
        public String changeSessionId() {
            return kept.changeSessionId();
        }

        @Override
        public <T> @Nullable T getAttribute(String name) {
            return kept.getAttribute(name);
        }

        @Override
        public Set<String> getAttributeNames() {
            return kept.getAttributeNames();
        }

        @Override
        public void setAttribute(String name, Object value) {
            kept.setAttribute(name, value);
        }

        @Override
        public void removeAttribute(String name) {
            kept.removeAttribute(name);
        }

        @Override
        public Instant getCreationTime() {
            return kept.getCreationTime();
        }

        @Override
        public void setMaxInactiveInterval(Duration interval) {
            kept.setMaxInactiveInterval(interval);
        }

        @Override
        public Duration getMaxInactiveInterval() {
            return kept.getMaxInactiveInterval();
        }

        @Override
        public boolean isExpired() {
            return kept.isExpired();
        }
    }
}
