package support.site.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import support.calendar.BusinessHours;
import support.people.Viewer;
import support.sla.app.CurrentTerms;

/** What the frame of every page shows: whose desk it is, who is signed in, whether the desk is open. */
@ControllerAdvice
class Frame {
    /** @param until the next closing when the desk is open, else the next opening; null when neither ever comes */
    record Desk(String name, boolean open, @Nullable Instant until, String path, Menu menu, boolean kept) {}

    private final CurrentTerms terms;
    private final Clock clock;
    private final String name;

    Frame(CurrentTerms terms, Clock clock, @Value("${desk.name:Service Center}") String name) {
        this.terms = terms;
        this.clock = clock;
        this.name = name;
    }

    @ModelAttribute("viewer")
    @Nullable
    Viewer viewer(@Nullable Viewer viewer) {
        return viewer;
    }

    @ModelAttribute("desk")
    Desk desk(HttpServletRequest request, @Nullable Viewer viewer) {
        Instant now = clock.instant();
        BusinessHours hours = terms.calendar().hours();
        boolean open = hours.isOpen(now);
        boolean kept = request.getAttribute("kept") != null;
        return new Desk(
                name,
                open,
                (open ? hours.nextClosing(now) : hours.nextOpening(now)).orElse(null),
                request.getServletPath(),
                Menu.of(viewer, request.getServletPath()),
                kept);
    }
}
