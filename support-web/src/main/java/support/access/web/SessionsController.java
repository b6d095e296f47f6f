package support.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import support.access.Secret;
import support.access.app.Sessions;
import support.people.Viewer;

/** Where one is signed in, and ending it. */
@Controller
@RequestMapping("/account/sessions")
class SessionsController {
    /** @param key names the session on this page: its id would let whoever sees the page take it over */
    public record Line(String key, boolean own, Instant signedInAt, Instant seenAt, String network, String browser) {}

    private static final int KEY_BYTES = 12;

    private final FindByIndexNameSessionRepository<? extends Session> repository;
    private final Sessions sessions;

    SessionsController(FindByIndexNameSessionRepository<? extends Session> repository, Sessions sessions) {
        this.repository = repository;
        this.sessions = sessions;
    }

    @GetMapping
    String page(Viewer viewer, HttpServletRequest request, Model model) {
        String own = request.getSession().getId();
        List<Line> lines = all(viewer).values().stream()
                .map(session -> line(session, own))
                .sorted(Comparator.comparing(Line::own)
                        .thenComparing(Line::seenAt)
                        .reversed())
                .toList();
        model.addAttribute("sessions", lines);
        return "access/sessions";
    }

    @PostMapping("/end")
    String end(@RequestParam String key, Viewer viewer) {
        Optional<String> id = all(viewer).keySet().stream()
                .filter(session -> key(session).equals(key))
                .findFirst();
        id.ifPresent(session -> sessions.end(viewer.id(), session));
        return "redirect:/account/sessions";
    }

    @PostMapping("/end-others")
    String endOthers(Viewer viewer, HttpServletRequest request) {
        sessions.endOthers(viewer.id(), request.getSession().getId());
        return "redirect:/account/sessions";
    }

    private Map<String, ? extends Session> all(Viewer viewer) {
        return repository.findByPrincipalName(Long.toString(viewer.id()));
    }

    private static Line line(Session session, String own) {
        Optional<SessionMark> mark = SessionMark.of(session);
        return new Line(
                key(session.getId()),
                session.getId().equals(own),
                mark.map(SessionMark::signedInAt).orElse(session.getCreationTime()),
                session.getLastAccessedTime(),
                mark.map(SessionMark::network).orElse(""),
                mark.map(known -> Browsers.name(known.browser())).orElse(""));
    }

    private static String key(String session) {
        return HexFormat.of().formatHex(new Secret(session).sha256(), 0, KEY_BYTES);
    }
}
