package support.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing that the desk owes by a time, and what became of it. A value: each change gives a new one.
 *
 * @param promised what the time is promised for; a level that was raised too late to move the due time is not in it
 * @param startedAt the instant of the request
 * @param countedFrom from where the time runs to the due time: the request, or the instant at which the level was raised
 * @param target business time from {@code countedFrom} to {@code dueAt}, by the policy under which it falls due
 * @param warnAt the share of that time after which the policy warns (docs/sla.md, rule 12)
 * @param warnedAt when the warning was given; null before
 * @param decidedAt the answer, the due time that passed unanswered, or the withdrawal; null while open
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
        @Nullable Instant warnedAt,
        Verdict verdict,
        @Nullable Instant decidedAt,
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

    /** The clock looks again just after the due time: an answer at the due time itself is in time. */
    private static final Duration JUST_AFTER = Duration.ofNanos(1000);

    /** The promise of a first response to a request; empty where the policy promises none. */
    public static Optional<Promise> firstResponse(
            Instant requestedAt, RequestType type, Severity severity, Lane lane, Terms terms) {
        Policy.Case promised = new Policy.Case(Metric.FIRST_RESPONSE, type, severity, lane);
        return counted(promised, requestedAt, requestedAt, terms);
    }

    private static Optional<Promise> counted(
            Policy.Case promised, Instant startedAt, Instant countedFrom, Terms terms) {
        return Course.of(promised, countedFrom, terms).map(course -> {
            Course.End due = course.due();
            return new Promise(
                    promised,
                    startedAt,
                    countedFrom,
                    due.stretch().target().time(),
                    due.at(),
                    course.after(due.stretch().warningTime()),
                    null,
                    Verdict.OPEN,
                    null,
                    terms.policyVersion(),
                    terms.calendarVersion());
        });
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
     * The level was changed before the answer (docs/sla.md, rule 9): raised, it is due at the earlier of the old due time
     * and the new time counted from the change; lowered, at the new time counted from the request. One that is late by
     * then is missed, whether the clock has looked at it already or not.
     */
    public Promise reclassified(Severity from, Severity to, Instant at, Terms terms) {
        if (!isOpen() || isOverdue(at)) {
            return this;
        }
        boolean raised = to.isWorseThan(from);
        return counted(promised.at(to), startedAt, raised ? at : startedAt, terms)
                .filter(moved -> !raised || moved.dueAt.isBefore(dueAt))
                .orElse(this);
    }

    /**
     * Something new was published (docs/sla.md, rule 11): an open promise that it moves is counted by it; every other
     * one stays as it is. A warning that was given is given again only when the new time for it is still to come.
     */
    public Promise republished(Instant at, Terms terms) {
        if (!isOpen() || isOverdue(at)) {
            return this;
        }
        return counted(promised, startedAt, countedFrom, terms)
                .filter(moved -> !moved.dueAt.equals(dueAt))
                .map(moved -> moved.warnAt.isAfter(at) ? moved : moved.with(warnedAt, verdict, null))
                .orElse(this);
    }

    /** A person of the desk answered in public: in time up to the due time itself. A verdict that stands, stands. */
    public Promise answered(Instant at) {
        return isOpen() ? decided(at.isAfter(dueAt) ? Verdict.MISSED : Verdict.KEPT, at) : this;
    }

    /** The customer no longer asks for an answer. One that is late already stays owed and missed. */
    public Promise withdrawn(Instant at) {
        return isOpen() ? decided(at.isAfter(dueAt) ? Verdict.MISSED : Verdict.WITHDRAWN, at) : this;
    }

    /** What time alone has done: missed once the due time has passed, warned once the time for it has come. */
    public Promise lookedAt(Instant now) {
        if (isOverdue(now)) {
            return decided(Verdict.MISSED, dueAt);
        }
        return isOpen() && warnedAt == null && !now.isBefore(warnAt) ? with(now, verdict, null) : this;
    }

    /** When time alone will do something next; empty once it is decided. */
    public Optional<Instant> nextLook() {
        if (!isOpen()) {
            return Optional.empty();
        }
        return Optional.of(warnedAt == null ? warnAt : dueAt.plus(JUST_AFTER));
    }

    public boolean isOpen() {
        return verdict == Verdict.OPEN;
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
        parts.put("verdict", verdict);
        parts.put("decided", decidedAt == null ? "never" : decidedAt);
        parts.put("policy version", policyVersion);
        parts.put("calendar version", calendarVersion);
        return parts;
    }

    /** Open, and the due time has passed: derived, never kept as a flag (docs/sla.md, rule 12). */
    public boolean isOverdue(Instant now) {
        return isOpen() && now.isAfter(dueAt);
    }

    /** Business time until the due time; zero after it. */
    public Duration timeLeft(Instant now, Terms terms) {
        if (now.isAfter(dueAt)) {
            return Duration.ZERO;
        }
        return course(terms).elapsed(now, dueAt);
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
        return Course.of(promised, countedFrom, terms.upTo(policyVersion, calendarVersion))
                .orElseThrow(() -> new IllegalStateException("these terms do not promise this"));
    }

    private Promise decided(Verdict decision, Instant at) {
        return with(warnedAt, decision, at);
    }

    private Promise with(@Nullable Instant warned, Verdict decision, @Nullable Instant decided) {
        return new Promise(
                promised,
                startedAt,
                countedFrom,
                target,
                dueAt,
                warnAt,
                warned,
                decision,
                decided,
                policyVersion,
                calendarVersion);
    }
}
