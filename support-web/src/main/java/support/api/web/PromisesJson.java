package support.api.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import support.calendar.ClosedDay;
import support.sla.Metric;
import support.sla.Promise;
import support.sla.Receipt;
import support.sla.Severity;
import support.sla.Terms;
import support.ticket.LevelChanges;
import support.ticket.persistence.TicketView;

/** What the desk owes on one ticket, with the receipts. */
record PromisesJson(List<One> promises) {
    /**
     * @param severity the level that the time is promised for
     * @param promisedSeconds business time; the counted lines of the receipt add up to it exactly
     * @param dueAt while it is paused, as it was when its time was counted last
     * @param paused its time rests until the customer writes
     * @param decidedAt when the verdict fell; null while it is open
     * @param settledAt when what was promised was done, or nobody asked for it any more; null while it is owed
     * @param zone in which dates of the receipt are meant
     */
    record One(
            Metric metric,
            Severity severity,
            Instant startedAt,
            Instant countedFrom,
            long promisedSeconds,
            Instant dueAt,
            boolean paused,
            Promise.Verdict verdict,
            @Nullable Instant decidedAt,
            @Nullable Instant settledAt,
            int policyVersion,
            int calendarVersion,
            String zone,
            List<Line> receipt) {}

    /** One line of a receipt; {@code kind} tells which. */
    sealed interface Line {
        String kind();
    }

    /** Open time that counts, between the whole seconds of both ends. */
    record Counted(String kind, Instant from, Instant to, long countedSeconds) implements Line {}

    /** A whole date that does not count. */
    record Closed(String kind, LocalDate date, boolean weekend, List<String> names) implements Line {}

    /** The level was changed. */
    record Reclassified(String kind, Instant at, Severity from, Severity to, Instant dueBefore, Instant dueAfter)
            implements Line {}

    /** From here on other versions count. */
    record Republished(
            String kind, Instant at, long promisedSeconds, int policyVersion, String calendar, int calendarVersion)
            implements Line {}

    /** The desk waited for the customer, and nothing counted; {@code to} is null while it still does. */
    record Paused(String kind, Instant from, @Nullable Instant to) implements Line {}

    /** What is left to count once the customer has written. */
    record Left(String kind, long countedSeconds) implements Line {}

    static PromisesJson of(TicketView ticket, Terms terms) {
        return new PromisesJson(ticket.promises().stream()
                .map(promise -> one(promise, Receipt.of(promise, LevelChanges.of(ticket.events(), promise), terms)))
                .toList());
    }

    private static One one(Promise promise, Receipt receipt) {
        return new One(
                promise.metric(),
                receipt.severity(),
                promise.startedAt(),
                promise.countedFrom(),
                receipt.promised().toSeconds(),
                promise.dueAt(),
                promise.isPaused(),
                promise.verdict(),
                promise.decidedAt(),
                promise.settledAt(),
                promise.policyVersion(),
                promise.calendarVersion(),
                receipt.zone().getId(),
                lines(receipt));
    }

    static List<Line> lines(Receipt receipt) {
        return receipt.lines().stream().flatMap(PromisesJson::lines).toList();
    }

    /** Folding is for people: programs get every line. */
    private static Stream<Line> lines(Receipt.Line line) {
        return switch (line) {
            case Receipt.Counted counted -> Stream.of(counted(counted));
            case Receipt.Closed closed ->
                Stream.of(new Closed(
                        "closed",
                        closed.date(),
                        closed.weekend(),
                        closed.days().stream().map(ClosedDay::name).toList()));
            case Receipt.Folded folded -> folded.lines().stream().flatMap(PromisesJson::lines);
            case Receipt.Reclassified changed ->
                Stream.of(new Reclassified(
                        "reclassified",
                        changed.at(),
                        changed.from(),
                        changed.to(),
                        changed.dueBefore(),
                        changed.dueAfter()));
            case Receipt.Republished next ->
                Stream.of(new Republished(
                        "republished",
                        next.at(),
                        next.target().toSeconds(),
                        next.policyVersion(),
                        next.calendar(),
                        next.calendarVersion()));
            case Receipt.Paused paused -> Stream.of(new Paused("paused", paused.from(), paused.to()));
            case Receipt.Left left -> Stream.of(new Left("left", left.length().toSeconds()));
        };
    }

    /** Both ends are cut to seconds: what is cut off at the first line is the same as at the last. */
    private static Counted counted(Receipt.Counted line) {
        Duration length = Duration.between(
                line.from().truncatedTo(ChronoUnit.SECONDS), line.to().truncatedTo(ChronoUnit.SECONDS));
        return new Counted("counted", line.from(), line.to(), length.toSeconds());
    }
}
