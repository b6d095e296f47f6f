package support.live.app;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import support.live.Position;

/**
 * One thing to tell whoever looks.
 *
 * @param kind {@code changed}: tickets to which something happened; {@code unknown}: anything may have happened; {@code here}: who is
 *     at the ticket; {@code beat}: nothing has happened
 * @param position how far whoever has read this has read; null when it says nothing of that
 * @param json ids and the names of people of the desk, nothing of what anybody wrote
 */
public record Message(String kind, @Nullable Position position, String json) {
    static Message beat(Position position) {
        return new Message("beat", position, "{}");
    }

    /** As it goes over the wire. */
    public byte[] bytes() {
        String id = position == null ? "" : "id: " + position + "\n";
        return (id + "event: " + kind + "\ndata: " + json + "\n\n").getBytes(StandardCharsets.UTF_8);
    }
}
