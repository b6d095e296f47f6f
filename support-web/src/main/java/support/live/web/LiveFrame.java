package support.live.web;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import support.live.app.LiveHub;
import support.people.Viewer;

/** Gives each page of the desk the place from which it listens: before anything on it is read, so that nothing falls between. */
@ControllerAdvice
class LiveFrame {
    /** @param person who is looking, and needs not be told so */
    record Live(String after, long person) {}

    private final LiveHub hub;

    LiveFrame(LiveHub hub) {
        this.hub = hub;
    }

    @ModelAttribute("live")
    @Nullable
    Live live(@Nullable Viewer viewer) {
        return viewer != null && viewer.staff() ? new Live(hub.position().toString(), viewer.id()) : null;
    }
}
