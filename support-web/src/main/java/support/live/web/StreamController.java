package support.live.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import support.live.Position;
import support.live.app.Listener;
import support.live.app.LiveHub;
import support.live.app.Message;
import support.people.Viewer;
import support.ticket.TicketNumber;

/**
 * What happens, as server-sent events, for people of the desk. Whoever listens holds a virtual thread, and no connection to the
 * database. Each stream ends before a minute is over and the browser comes again, through all doors: so who has signed out, or lost a
 * role, hears no more, and a browser that has silently gone is forgotten.
 */
@Controller
class StreamController {
    private static final Duration LONGEST = Duration.ofSeconds(45);
    /** Often enough that nobody between takes the stream for dead. */
    private static final Duration BEAT = Duration.ofSeconds(15);

    private final LiveHub hub;

    StreamController(LiveHub hub) {
        this.hub = hub;
    }

    /**
     * @param last how far a browser has read that comes again by itself
     * @param after the same, as a page tells it
     * @param ticket that the page is of
     * @param writing whoever looks at it has begun to write
     */
    @GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void listen(
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String ticket,
            @RequestParam(defaultValue = "false") boolean writing,
            Viewer viewer,
            HttpServletResponse response) {
        Position since = read(last).or(() -> read(after)).orElse(hub.position());
        TicketNumber seat =
                Optional.ofNullable(ticket).flatMap(TicketNumber::parse).orElse(null);
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setHeader("X-Accel-Buffering", "no");
        response.setHeader(HttpHeaders.CONNECTION, "close");
        Listener listener = hub.join(viewer, seat, writing);
        try {
            tell(hub.missed(since), response.getOutputStream());
            follow(listener, response.getOutputStream());
        } catch (IOException gone) {
            // whoever has gone reads on elsewhere, or not
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            hub.leave(listener);
        }
    }

    private static Optional<Position> read(@Nullable String position) {
        return Optional.ofNullable(position).flatMap(Position::parse);
    }

    private void follow(Listener listener, OutputStream out) throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        for (long left = LONGEST.toNanos(); left > 0; left = end - System.nanoTime()) {
            Position then = hub.position(); // before it is known that nothing waits
            Message message = listener.next(Duration.ofNanos(Math.min(left, BEAT.toNanos())));
            if (listener.isOver()) {
                return;
            }
            tell(message == null ? hub.beat(then) : message, out);
        }
    }

    private static void tell(Message message, OutputStream out) throws IOException {
        out.write(message.bytes());
        out.flush();
    }
}
