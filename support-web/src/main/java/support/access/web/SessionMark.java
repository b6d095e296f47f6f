package support.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import org.springframework.session.Session;

/**
 * What the owner of a session is told about it.
 *
 * @param browser what the browser calls itself
 */
record SessionMark(Instant signedInAt, String network, String browser) implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String NAME = SessionMark.class.getName();
    private static final int LONGEST = 200;

    static void put(HttpServletRequest request, Instant now) {
        String browser = Optional.ofNullable(request.getHeader("User-Agent")).orElse("");
        String shown = browser.substring(0, Math.min(LONGEST, browser.length()));
        request.getSession().setAttribute(NAME, new SessionMark(now, request.getRemoteAddr(), shown));
    }

    static Optional<SessionMark> of(HttpSession session) {
        return Optional.ofNullable((SessionMark) session.getAttribute(NAME));
    }

    static Optional<SessionMark> of(Session session) {
        return Optional.ofNullable(session.getAttribute(NAME));
    }
}
