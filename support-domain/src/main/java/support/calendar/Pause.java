package support.calendar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time that does not count, {@code [from, to)}: the desk waited for the customer.
 *
 * @param to null while it still lasts
 */
public record Pause(Instant from, @Nullable Instant to) {
    /** @throws IllegalArgumentException when it ends before it begins */
    public Pause {
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("a pause ends after it begins");
        }
    }

    /** The same time as pauses in order that neither overlap nor touch: time that is paused twice is paused once. */
    static List<Pause> union(List<Pause> pauses) {
        List<Pause> union = new ArrayList<>();
        pauses.stream().sorted(Comparator.comparing(Pause::from)).forEach(pause -> {
            Pause last = union.isEmpty() ? null : union.getLast();
            if (last != null && last.reaches(pause.from)) {
                union.set(union.size() - 1, new Pause(last.from, later(last.to, pause.to)));
            } else {
                union.add(pause);
            }
        });
        return union;
    }

    private boolean reaches(Instant at) {
        return to == null || !at.isAfter(to);
    }

    private static @Nullable Instant later(@Nullable Instant a, @Nullable Instant b) {
        return a == null || b == null ? null : a.isAfter(b) ? a : b;
    }
}
