package support.site.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.MapSession;
import org.springframework.session.MapSessionRepository;

/** When sessions are read and written. */
class SparingSessionsTest {
    private static final class Kept implements FindByIndexNameSessionRepository<MapSession> {
        private final MapSessionRepository rows = new MapSessionRepository(new ConcurrentHashMap<>());
        private int reads;

        @Override
        public Map<String, MapSession> findByIndexNameAndIndexValue(String index, String value) {
            return new HashMap<>();
        }

        @Override
        public MapSession createSession() {
            return rows.createSession();
        }

        @Override
        public void save(MapSession session) {
            rows.save(session);
        }

        @Override
        public @Nullable MapSession findById(String id) {
            reads++;
            return rows.findById(id);
        }

        @Override
        public void deleteById(String id) {
            rows.deleteById(id);
        }
    }

    private final Kept kept = new Kept();
    private final SparingSessions<MapSession> sessions = new SparingSessions<>(kept);

    private String begun() {
        var session = sessions.createSession();
        sessions.save(session);
        return session.getId();
    }

    private static void request(Runnable work) throws Exception {
        new SessionOfRequest()
                .doFilter(
                        new MockHttpServletRequest(), new MockHttpServletResponse(), (request, response) -> work.run());
    }

    @Test
    void the_last_use_is_told_to_the_minute() {
        var session = sessions.createSession();
        Instant begun = session.getLastAccessedTime();
        session.setLastAccessedTime(begun.plusSeconds(59));
        assertThat(session.getLastAccessedTime()).isEqualTo(begun);
        Instant later = begun.plus(Duration.ofSeconds(61));
        session.setLastAccessedTime(later);
        assertThat(session.getLastAccessedTime()).isEqualTo(later);
    }

    @Test
    void a_request_reads_its_session_once() throws Exception {
        String id = begun();
        request(() -> {
            assertThat(sessions.findById(id)).isNotNull().isSameAs(sessions.findById(id));
        });
        assertThat(kept.reads).isEqualTo(1);
    }

    @Test
    void the_next_request_reads_anew_and_finds_no_session_that_was_ended() throws Exception {
        String id = begun();
        request(() -> assertThat(sessions.findById(id)).isNotNull());
        kept.deleteById(id); // by another instance of the desk
        request(() -> assertThat(sessions.findById(id)).isNull());
    }

    @Test
    void a_session_that_the_request_itself_ended_is_gone() throws Exception {
        String id = begun();
        request(() -> {
            assertThat(sessions.findById(id)).isNotNull();
            sessions.deleteById(id);
            assertThat(sessions.findById(id)).isNull();
        });
    }

    @Test
    void a_session_with_a_new_name_is_not_found_by_its_old_one() throws Exception {
        String id = begun();
        request(() -> {
            Objects.requireNonNull(sessions.findById(id)).changeSessionId();
            kept.deleteById(id);
            assertThat(sessions.findById(id)).isNull();
        });
    }

    @Test
    void nothing_is_remembered_outside_of_requests() {
        String id = begun();
        sessions.findById(id);
        sessions.findById(id);
        assertThat(kept.reads).isEqualTo(2);
    }
}
