package support.publishing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import support.sla.Metric;
import support.sla.Policy;
import support.sla.Promise;
import support.ticket.TicketNumber;

/**
 * What would have become of one promise under other terms.
 *
 * @param metric what is promised
 * @param ordinal which of the promises of this metric on the ticket, from 1
 * @param was the promise as it is; null where there is none
 * @param would the promise as it would be; null where none would be made
 * @param now what is open and late by now counts as missed
 */
public record Rehearsed(
        TicketNumber ticket,
        Metric metric,
        int ordinal,
        @Nullable Promise was,
        @Nullable Promise would,
        Instant now) {
    /** The difference that it makes; the worst of those that are true. */
    public enum Difference {
        /** Missed, or late by now, and it was not, or was not promised. */
        MISSED_INSTEAD,
        /** It was missed or late, and would be kept or still open. */
        KEPT_INSTEAD,
        /** Due at another time; whether it is missed does not change. */
        MOVED,
        NOT_PROMISED,
        /** It is not promised, and would be, and would not be missed. */
        PROMISED_TOO,
        NONE
    }

    /** All promises of one ticket, as they are and as they would be; each metric's in the order in which they were made. */
    public static List<Rehearsed> of(TicketNumber ticket, List<Promise> was, List<Promise> would, Instant now) {
        Map<Metric, List<Promise>> before = byMetric(was);
        Map<Metric, List<Promise>> after = byMetric(would);
        List<Rehearsed> all = new ArrayList<>();
        for (Metric metric : Metric.values()) {
            List<Promise> these = before.getOrDefault(metric, List.of());
            List<Promise> those = after.getOrDefault(metric, List.of());
            for (int i = 0; i < Math.max(these.size(), those.size()); i++) {
                all.add(new Rehearsed(ticket, metric, i + 1, at(these, i), at(those, i), now));
            }
        }
        return all;
    }

    private static Map<Metric, List<Promise>> byMetric(List<Promise> promises) {
        Map<Metric, List<Promise>> byMetric = new EnumMap<>(Metric.class);
        promises.forEach(promise -> byMetric.computeIfAbsent(promise.metric(), metric -> new ArrayList<>(1))
                .add(promise));
        return byMetric;
    }

    private static @Nullable Promise at(List<Promise> promises, int place) {
        return place < promises.size() ? promises.get(place) : null;
    }

    public Difference difference() {
        if (would == null) {
            return Difference.NOT_PROMISED;
        }
        if (was == null) {
            return missed(would) ? Difference.MISSED_INSTEAD : Difference.PROMISED_TOO;
        }
        if (missed(was) != missed(would)) {
            return missed(would) ? Difference.MISSED_INSTEAD : Difference.KEPT_INSTEAD;
        }
        return was.dueAt().equals(would.dueAt()) ? Difference.NONE : Difference.MOVED;
    }

    private boolean missed(Promise promise) {
        return promise.verdict() == Promise.Verdict.MISSED || promise.isOverdue(now);
    }

    /** For which level, and in which lane. */
    public Policy.Case promised() {
        return was == null ? Objects.requireNonNull(would).promised() : was.promised();
    }
}
