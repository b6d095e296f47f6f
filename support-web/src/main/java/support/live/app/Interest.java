package support.live.app;

import java.time.Duration;
import java.time.Instant;

/** Whether somebody may come soon who wants to know what happens: a page was read, or a stream ended, a moment ago. */
final class Interest {
    /** Longer than a browser takes to come again. */
    static final Duration LASTS = Duration.ofMinutes(1);

    private volatile Instant until = Instant.MIN;

    void show(Instant now) {
        until = now.plus(LASTS);
    }

    boolean isGone(Instant now) {
        return !now.isBefore(until);
    }
}
