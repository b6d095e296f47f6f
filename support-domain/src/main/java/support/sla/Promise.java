package support.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import support.calendar.BusinessHours;
import support.calendar.ServiceCalendar;

/**
 * One thing that the desk owes by a time, and what became of it. A value: each change gives a new one.
 *
 * @param startedAt the instant of the request
 * @param countedFrom from where the time runs to the due time: the request, or the instant at which the level was raised
 * @param target business time from {@code countedFrom} to {@code dueAt}
 * @param warnAt three quarters of that time (docs/sla.md, rule 12)
 * @param warnedAt when the warning was given; null before
 * @param decidedAt the answer, the due time that passed unanswered, or the withdrawal; null while open
 */
public record Promise(
        Metric metric,
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

    /** The clock looks again just after the due time: an answer at the due time itself is in time. */
    private static final Duration JUST_AFTER = Duration.ofNanos(1000);

    /** The promise of a first response to a request; empty where the policy promises none. */
    public static Optional<Promise> firstResponse(
            Instant requestedAt, RequestType type, Severity severity, Lane lane, Terms terms) {
        return terms.policy()
                .target(Metric.FIRST_RESPONSE, type, severity, lane)
                .map(target -> open(requestedAt, requestedAt, target, terms));
    }

    private static Promise open(Instant startedAt, Instant countedFrom, Duration target, Terms terms) {
        BusinessHours hours = terms.calendar().hours();
        return new Promise(
                Metric.FIRST_RESPONSE,
                startedAt,
                countedFrom,
                target,
                hours.deadline(countedFrom, target),
                hours.deadline(countedFrom, target.multipliedBy(3).dividedBy(4)),
                null,
                Verdict.OPEN,
                null,
                terms.policy().version(),
                terms.calendar().version());
    }

    /**
     * The level was changed before the answer (docs/sla.md, rule 9): raised, it is due at the earlier of the old due time
     * and the new time counted from the change; lowered, at the new time counted from the request.
     */
    public Promise reclassified(Severity from, Severity to, RequestType type, Lane lane, Instant at, Terms terms) {
        Optional<Duration> promised = terms.policy().target(metric, type, to, lane);
        if (!isOpen() || promised.isEmpty()) {
            return this;
        }
        Promise moved = open(startedAt, to.isWorseThan(from) ? at : startedAt, promised.get(), terms);
        return to.isWorseThan(from) && !moved.dueAt.isBefore(dueAt) ? this : moved;
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

    /** Open, and the due time has passed: derived, never kept as a flag (docs/sla.md, rule 12). */
    public boolean isOverdue(Instant now) {
        return isOpen() && now.isAfter(dueAt);
    }

    /** Business time until the due time; zero after it. */
    public Duration timeLeft(Instant now, ServiceCalendar calendar) {
        return now.isAfter(dueAt) ? Duration.ZERO : calendar.hours().elapsed(now, dueAt);
    }

    private Promise decided(Verdict decision, Instant at) {
        return with(warnedAt, decision, at);
    }

    private Promise with(@Nullable Instant warned, Verdict decision, @Nullable Instant decided) {
        return new Promise(
                metric,
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
