package support.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.stereotype.Component;

/**
 * What a session has asked devices to sign. Each challenge is good for one answer, for some minutes. There may be
 * several, since several pages may be open.
 */
@Component
class PasskeyChallenges {
    private static final String NAME = PasskeyChallenges.class.getName();
    private static final Duration LIFETIME = Duration.ofMinutes(10);
    private static final int MOST = 5;

    private record Asked(String challenge, Serializable options, Instant at) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    private final Clock clock;

    PasskeyChallenges(Clock clock) {
        this.clock = clock;
    }

    void keep(Bytes challenge, Serializable options, HttpServletRequest request) {
        List<Asked> all = all(request);
        all.add(new Asked(challenge.toBase64UrlString(), options, clock.instant()));
        put(all.subList(Math.max(0, all.size() - MOST), all.size()), request);
    }

    /** Empty when this session has not asked that, or not lately, or was answered already. */
    <T> Optional<T> take(String challenge, Class<T> type, HttpServletRequest request) {
        List<Asked> all = all(request);
        Optional<Asked> found =
                all.stream().filter(asked -> asked.challenge.equals(challenge)).findFirst();
        found.ifPresent(asked -> {
            all.remove(asked);
            put(all, request);
        });
        return found.filter(asked -> asked.at.plus(LIFETIME).isAfter(clock.instant()))
                .map(Asked::options)
                .filter(type::isInstance)
                .map(type::cast);
    }

    private static void put(List<Asked> all, HttpServletRequest request) {
        request.getSession().setAttribute(NAME, new ArrayList<>(all));
    }

    /** A list of its own, so that what is kept changes only by putting it back. */
    private static List<Asked> all(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        List<Asked> all = new ArrayList<>();
        if (session != null && session.getAttribute(NAME) instanceof List<?> kept) {
            kept.forEach(asked -> all.add((Asked) asked));
        }
        return all;
    }
}
