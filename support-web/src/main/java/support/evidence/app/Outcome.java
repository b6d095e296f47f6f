package support.evidence.app;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import support.calendar.Pause;
import support.sla.Lane;
import support.sla.Metric;
import support.sla.Policy;
import support.sla.Promise;
import support.sla.RequestType;
import support.sla.Severity;

/** A promise as {@link Promise} has it; a form of its own, so that files stay readable when the rule book is rewritten. */
record Outcome(
        Metric metric,
        RequestType type,
        Lane lane,
        Severity level,
        Instant started,
        Instant countedFrom,
        Duration time,
        Instant due,
        Instant warning,
        @Nullable Instant warned,
        List<Rest> rests,
        Promise.Verdict verdict,
        @Nullable Instant decided,
        @Nullable Instant settled,
        int policy,
        int calendar) {

    /** @param to null while it lasts */
    record Rest(Instant from, @Nullable Instant to) {}

    Outcome {
        rests = List.copyOf(rests);
        Objects.requireNonNull(metric, "metric");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(lane, "lane");
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(started, "started");
        Objects.requireNonNull(countedFrom, "countedFrom");
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(due, "due");
        Objects.requireNonNull(warning, "warning");
        Objects.requireNonNull(verdict, "verdict");
    }

    static Outcome of(Promise promise) {
        return new Outcome(
                promise.metric(),
                promise.promised().type(),
                promise.promised().lane(),
                promise.severity(),
                promise.startedAt(),
                promise.countedFrom(),
                promise.target(),
                promise.dueAt(),
                promise.warnAt(),
                promise.warnedAt(),
                promise.pauses().stream()
                        .map(pause -> new Rest(pause.from(), pause.to()))
                        .toList(),
                promise.verdict(),
                promise.decidedAt(),
                promise.settledAt(),
                promise.policyVersion(),
                promise.calendarVersion());
    }

    Promise promise() {
        return new Promise(
                new Policy.Case(metric, type, level, lane),
                started,
                countedFrom,
                time,
                due,
                warning,
                due, // a place in a queue is no evidence
                warned,
                rests.stream().map(rest -> new Pause(rest.from(), rest.to())).toList(),
                verdict,
                decided,
                settled,
                policy,
                calendar);
    }
}
