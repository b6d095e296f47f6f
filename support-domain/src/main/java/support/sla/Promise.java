package support.sla;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import support.calendar.Pause;

/**
 * One thing that the desk owes by a time, and what became of it. A value: each change gives a new one.
 *
 * @param promised what the time is promised for; a level that was raised too late to move the due time is not in it
 * @param startedAt the instant of the request
 * @param countedFrom from where the time runs to the due time: the request, or the instant at which the level was raised
 * @param target business time from {@code countedFrom} to {@code dueAt}, by the policy under which it falls due
 * @param warnAt the share of that time after which the policy warns (docs/sla.md, rule 12)
 * @param laneAt where the ticket stands in the queue while it is in the Fast Lane: after a quarter of that time
 * @param warnedAt when the warning was given; null before
 * @param pauses when its time rested, in order; the last has no end while it does (docs/sla.md, rule 8)
 * @param decidedAt when the verdict fell: what was promised was done, the due time passed, or it was withdrawn; null
 *     while open
 * @param settledAt when what was promised was done, or nobody asked for it any more; null while it is owed, also late
 * @param policyVersion the newest policy when the due time was counted; with {@code calendarVersion} it says by which
 *     {@link Terms} the due time can be counted again
 * @param calendarVersion the newest calendar then
 */
public record Promise(
        Policy.Case promised,
        Instant startedAt,
        Instant countedFrom,
        Duration target,
        Instant dueAt,
        Instant warnAt,
        Instant laneAt,
        @Nullable Instant warnedAt,
        List<Pause> pauses,
        Verdict verdict,
        @Nullable Instant decidedAt,
        @Nullable Instant settledAt,
        int policyVersion,
        int calendarVersion) {

    /** What became of it; once it is not open it never changes. */
    public enum Verdict {
        OPEN,
        KEPT,
        MISSED,
        /** The customer took the request back before the answer: neither kept nor missed. */
        WITHDRAWN
    }

    /** One thing in which two promises differ: for those who look after the desk. */
    public record Difference(String part, String one, String other) {
        /** @param here where the one stands, as {@code stored} */
        public String words(String here, String there) {
            return part + ": " + here + " " + one + ", " + there + " " + other;
        }
    }

    /**
     * A ticket in the Fast Lane stands in the queue as if it were due after this share of its time: one quarter. It is the
     * largest simple share with which the lane waits at most a third as long as the others on a desk that is not
     * overloaded, and costs them less than one promise in a hundred (docs/lane.md).
     */
    private static final int LANE_SHARE = 4;

    private static final Duration A_SECOND = Duration.ofSeconds(1);

    /** The clock looks again just after the due time: an answer at the due time itself is in time. */
    private static final Duration JUST_AFTER = Duration.ofNanos(1000);

    public Promise {
        pauses = List.copyOf(pauses);
    }

    /** The promise of a first response to a request; empty where the policy promises none. */
    public static Optional<Promise> firstResponse(
            Instant requestedAt, RequestType type, Severity severity, Lane lane, Terms terms) {
        return of(new Policy.Case(Metric.FIRST_RESPONSE, type, severity, lane), requestedAt, terms);
    }

    /** What the policy promises from an instant on; empty where it promises nothing. */
    public static Optional<Promise> of(Policy.Case promised, Instant startedAt, Terms terms) {
        return Course.of(promised, startedAt, terms)
                .map(course -> counted(promised, startedAt, startedAt, List.of(), course, terms));
    }

    /**
     * A person of the desk says by when there are news. Its business time is what lies between the answer, from the second
     * on in which it is given, and that instant.
     *
     * @param due a closing of the desk
     * @throws RefusedTerms when it is no instant at which the desk's time could run out, or no time is left until then
     */
    public static Promise nextNews(Policy.Case promised, Instant at, Instant due, Terms terms) {
        Instant from = at.truncatedTo(ChronoUnit.SECONDS);
        Duration time =
                due.isAfter(from) ? agreed(promised, A_SECOND, from, terms).elapsed(from, due) : Duration.ZERO;
        Promise promise = counted(promised, from, from, List.of(), agreed(promised, time, from, terms), terms);
        if (!promise.dueAt.equals(due)) {
            throw new RefusedTerms("News are promised by the end of a business day, not by " + due);
        }
        return promise;
    }

    /**
     * A promise that was made on another ticket and is owed on this one now: counted anew from what led to its due time.
     *
     * @param due of what a person promised by a day; any other promise is due when its time has passed
     * @param terms as they were known when it was counted last
     * @return empty where they promise nothing
     */
    public static Optional<Promise> carried(
            Policy.Case promised,
            Instant startedAt,
            Instant countedFrom,
            List<Pause> pauses,
            @Nullable Instant warnedAt,
            Instant due,
            Terms terms) {
        if (promised.metric() == Metric.NEXT_NEWS) {
            return Optional.of(nextNews(promised, countedFrom, due, terms).warned(warnedAt));
        }
        return Course.of(promised, countedFrom, terms)
                .map(course -> counted(promised, startedAt, countedFrom, pauses, course.without(pauses), terms)
                        .warned(warnedAt));
    }

    private static Course agreed(Policy.Case promised, Duration time, Instant from, Terms terms) {
        return Course.of(promised, new Policy.Target(time, Terms.OFFICE_HOURS), from, terms);
    }

    private static Promise counted(
            Policy.Case promised,
            Instant startedAt,
            Instant countedFrom,
            List<Pause> pauses,
            Course course,
            Terms terms) {
        Course.End due = course.due();
        return new Promise(
                promised,
                startedAt,
                countedFrom,
                due.stretch().target().time(),
                due.at(),
                course.after(due.stretch().warningTime()),
                laneAt(promised, course, due),
                null,
                pauses,
                Verdict.OPEN,
                null,
                null,
                terms.policyVersion(),
                terms.calendarVersion());
    }

    /** What a person promised by a day has no share: it is nobody's policy. */
    private static Instant laneAt(Policy.Case promised, Course course, Course.End due) {
        if (promised.metric() == Metric.NEXT_NEWS) {
            return due.at();
        }
        Instant share = course.after(due.stretch().target().time().dividedBy(LANE_SHARE));
        return share.isBefore(due.at()) ? share : due.at();
    }

    /** The same promise, counted from an instant by terms; as it is where they promise nothing. */
    private Promise recounted(Policy.Case now, Instant from, Terms terms) {
        return Course.of(now, from, terms)
                .map(course -> counted(now, startedAt, from, pauses, course.without(pauses), terms))
                .orElse(this);
    }

    /** What is promised. */
    public Metric metric() {
        return promised.metric();
    }

    /** The level that the time is promised for. */
    public Severity severity() {
        return promised.severity();
    }

    /**
     * The level was changed before it was decided (docs/sla.md, rule 9): raised, it is due at the earlier of the old due
     * time and the new time counted from the change; lowered, at the new time counted from the start. One that is late by
     * then is missed, whether the clock has looked at it already or not. A day that a person named stays.
     */
    public Promise reclassified(Severity from, Severity to, Instant at, Terms terms) {
        if (!moves(at)) {
            return this;
        }
        if (isPaused()) {
            return resumed(at, terms).reclassified(from, to, at, terms).paused(at);
        }
        boolean raised = to.isWorseThan(from);
        Promise moved = recounted(promised.at(to), raised ? at : startedAt, terms);
        return !raised || moved.dueAt.isBefore(dueAt) ? moved : this;
    }

    /**
     * Something new was published (docs/sla.md, rule 11): an open promise that it moves is counted by it; every other
     * one stays as it is, and one whose time rests is counted by it when it runs on. A warning that was given is given again
     * only when the new time for it is still to come.
     */
    public Promise republished(Instant at, Terms terms) {
        if (!moves(at) || isPaused()) {
            return this;
        }
        Promise moved = recounted(promised, countedFrom, terms);
        if (moved.dueAt.equals(dueAt)) {
            return this;
        }
        return moved.warnAt.isAfter(at) ? moved : moved.warned(warnedAt);
    }

    private boolean moves(Instant at) {
        return isOpen() && !isOverdue(at) && metric() != Metric.NEXT_NEWS;
    }

    /** The desk waits for the customer: the time rests, where it does so for this metric (docs/sla.md, rule 8). */
    public Promise paused(Instant at) {
        if (!metric().pauses() || !isOpen() || isPaused() || isOverdue(at)) {
            return this;
        }
        List<Pause> more = new ArrayList<>(pauses);
        boolean goesOn = !more.isEmpty() && at.equals(more.getLast().to());
        more.add(new Pause(goesOn ? more.removeLast().from() : at, null));
        return resting(more);
    }

    /** The desk waits no more: what is left of the time runs on from here. */
    public Promise resumed(Instant at, Terms terms) {
        if (!isPaused()) {
            return this;
        }
        Promise ended = resting(pausesUntil(at));
        boolean promisedStill = Course.of(promised, countedFrom, terms).isPresent();
        Terms by = promisedStill ? terms : terms.upTo(policyVersion, calendarVersion);
        return ended.recounted(promised, countedFrom, by).warned(warnedAt);
    }

    private List<Pause> pausesUntil(Instant end) {
        List<Pause> ended = new ArrayList<>(pauses);
        if (isPaused()) {
            ended.add(new Pause(ended.removeLast().from(), end));
        }
        return ended;
    }

    /** Its time rests: nothing of it falls due until the customer writes. */
    public boolean isPaused() {
        return !pauses.isEmpty() && pauses.getLast().to() == null;
    }

    /** What was promised is done: in time up to the due time itself. A verdict that stands, stands. */
    public Promise done(Instant at) {
        if (isOpen()) {
            return decided(isOverdue(at) ? Verdict.MISSED : Verdict.KEPT, at, at);
        }
        return isOwed() ? with(warnedAt, pauses, verdict, decidedAt, at) : this;
    }

    /** The customer no longer asks for it. One that is late already stays owed and missed. */
    public Promise withdrawn(Instant at) {
        if (!isOpen()) {
            return this;
        }
        return isOverdue(at) ? decided(Verdict.MISSED, at, null) : decided(Verdict.WITHDRAWN, at, at);
    }

    /** What time alone has done: missed once the due time has passed, warned once the time for it has come. */
    public Promise lookedAt(Instant now) {
        if (isOverdue(now)) {
            return decided(Verdict.MISSED, dueAt, null);
        }
        boolean warns = isOpen() && !isPaused() && warnedAt == null && !now.isBefore(warnAt);
        return warns ? warned(now) : this;
    }

    /** When time alone will do something next; empty once it is decided, and while its time rests. */
    public Optional<Instant> nextLook() {
        if (!isOpen() || isPaused()) {
            return Optional.empty();
        }
        return Optional.of(warnedAt == null ? warnAt : dueAt.plus(JUST_AFTER));
    }

    /** The time to warn has come, and its time does not rest. */
    public boolean presses(Instant now) {
        return !isPaused() && !now.isBefore(warnAt);
    }

    public boolean isOpen() {
        return verdict == Verdict.OPEN;
    }

    /** Somebody waits for what was promised: it was not done, in time or late, and not withdrawn. */
    public boolean isOwed() {
        return settledAt == null;
    }

    /** In what another promise differs from this one; empty when it is the same to the microsecond. */
    public List<Difference> differences(Promise other) {
        Map<String, Object> theirs = other.parts();
        List<Difference> differences = new ArrayList<>();
        parts().forEach((part, mine) -> {
            if (!mine.equals(theirs.get(part))) {
                differences.add(new Difference(part, mine.toString(), String.valueOf(theirs.get(part))));
            }
        });
        return differences;
    }

    private Map<String, Object> parts() {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("metric", promised.metric());
        parts.put("type", promised.type());
        parts.put("lane", promised.lane());
        parts.put("level", promised.severity());
        parts.put("started", startedAt);
        parts.put("counted from", countedFrom);
        parts.put("time", target);
        parts.put("due", dueAt);
        parts.put("warning", warnAt);
        parts.put("warned", warnedAt == null ? "never" : warnedAt);
        parts.put("pauses", pauses);
        parts.put("verdict", verdict);
        parts.put("decided", decidedAt == null ? "never" : decidedAt);
        parts.put("settled", settledAt == null ? "never" : settledAt);
        parts.put("policy version", policyVersion);
        parts.put("calendar version", calendarVersion);
        return parts;
    }

    /** Open, and the due time has passed: derived, never kept as a flag (docs/sla.md, rule 12). */
    public boolean isOverdue(Instant now) {
        return isOpen() && !isPaused() && now.isAfter(dueAt);
    }

    /** Business time until the due time, from the beginning of the pause on while it rests; zero after it. */
    public Duration timeLeft(Instant now, Terms terms) {
        Instant from = isPaused() ? pauses.getLast().from() : now;
        return from.isAfter(dueAt) ? Duration.ZERO : course(terms).elapsed(from, dueAt);
    }

    /** Business time since the due time, by the calendar under which it fell due; zero before it. */
    public Duration overdueBy(Instant now, Terms terms) {
        return now.isAfter(dueAt) ? course(terms).elapsed(dueAt, now) : Duration.ZERO;
    }

    /** When its clock begins to run: the first opening that is not before the request. */
    public Instant runsFrom(Terms terms) {
        return course(terms).opening().orElse(dueAt);
    }

    /** The course that led to the due time: by the terms as they were then. */
    Course course(Terms terms) {
        Terms then = terms.upTo(policyVersion, calendarVersion);
        if (metric() == Metric.NEXT_NEWS) {
            return agreed(promised, target, countedFrom, then);
        }
        return Course.of(promised, countedFrom, then)
                .orElseThrow(() -> new IllegalStateException("these terms do not promise this"))
                .without(pauses);
    }

    private Promise decided(Verdict decision, Instant at, @Nullable Instant settled) {
        return with(warnedAt, pausesUntil(at), decision, at, settled);
    }

    private Promise resting(List<Pause> other) {
        return with(warnedAt, other, verdict, decidedAt, settledAt);
    }

    private Promise warned(@Nullable Instant at) {
        return with(at, pauses, verdict, decidedAt, settledAt);
    }

    private Promise with(
            @Nullable Instant warned,
            List<Pause> rests,
            Verdict decision,
            @Nullable Instant decided,
            @Nullable Instant settled) {
        return new Promise(
                promised,
                startedAt,
                countedFrom,
                target,
                dueAt,
                warnAt,
                laneAt,
                warned,
                rests,
                decision,
                decided,
                settled,
                policyVersion,
                calendarVersion);
    }
}
