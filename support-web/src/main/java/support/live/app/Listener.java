package support.live.app;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import support.live.persistence.Attendance;

/** Somebody who is told what happens, until they leave, read too slowly, or the desk stops. */
public final class Listener {
    /** Whoever lets so many wait is let go; their browser comes again and reads on where it stopped. */
    private static final int PATIENCE = 64;

    private final BlockingQueue<Message> messages = new ArrayBlockingQueue<>(PATIENCE);
    private final Attendance.@Nullable Seat seat;
    private final boolean writing;
    private volatile boolean over;
    /** Used by the thread that tells alone. */
    private String lastTold = "";

    Listener(Attendance.@Nullable Seat seat, boolean writing) {
        this.seat = seat;
        this.writing = writing;
    }

    Attendance.@Nullable Seat seat() {
        return seat;
    }

    boolean isWriting() {
        return writing;
    }

    void tell(Message message) {
        if (!messages.offer(message)) {
            end();
        }
    }

    /** Tells who is at the ticket, unless that is what was told last. */
    void tellOnce(Message message) {
        if (!message.json().equals(lastTold)) {
            lastTold = message.json();
            tell(message);
        }
    }

    /** What waits is not told any more. */
    void end() {
        over = true;
        messages.clear();
        messages.offer(new Message("end", null, "{}")); // wakes whoever waits for one
    }

    /** Nothing is told any more. */
    public boolean isOver() {
        return over;
    }

    /** @return null when there is none for so long */
    public @Nullable Message next(Duration wait) throws InterruptedException {
        return messages.poll(wait.toMillis(), TimeUnit.MILLISECONDS);
    }
}
