package support.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import support.calendar.BusinessHours;

/**
 * How the time of one promise runs: stretches, each under one calendar and one target. A version that comes into force on
 * the way begins a new stretch (docs/sla.md, rule 11): business time that was used until then stays used, what is left
 * runs on under the new version. When a new target is shorter than what was used already, the promise is due at the
 * instant at which that target comes into force.
 */
final class Course {
    /** @param to exclusive; null for the last stretch */
    record Stretch(
            Instant from,
            @Nullable Instant to,
            Terms.PublishedCalendar calendar,
            Policy.Target target,
            int policyVersion,
            int warnAtPercent) {

        BusinessHours hours() {
            return calendar.calendar().hours();
        }

        private boolean runsOnAs(Stretch next) {
            return calendar.equals(next.calendar) && target.equals(next.target) && warnAtPercent == next.warnAtPercent;
        }

        private Stretch until(Instant end) {
            return new Stretch(from, end, calendar, target, policyVersion, warnAtPercent);
        }

        /** How much of the time passes before the desk is warned. */
        Duration warningTime() {
            return target.time().multipliedBy(warnAtPercent).dividedBy(100);
        }

        /** Whether so much business time passes before the stretch ends; at its very end it has. */
        private boolean holds(Duration time) {
            return to == null || open().compareTo(time) >= 0;
        }

        private Duration open() {
            return hours().elapsed(from, Objects.requireNonNull(to));
        }
    }

    /** Where a promise ends, and in which of its stretches. */
    record End(Instant at, Stretch stretch) {}

    private final List<Stretch> stretches;

    private Course(List<Stretch> stretches) {
        this.stretches = stretches;
    }

    /** The course of a promise whose time begins to run at an instant; empty where nothing is promised then. */
    static Optional<Course> of(Policy.Case promised, Instant from, Terms terms) {
        return terms.policyAt(from).target(promised).map(first -> course(promised, first, from, terms));
    }

    private static Course course(Policy.Case promised, Policy.Target first, Instant from, Terms terms) {
        List<Stretch> stretches = new ArrayList<>(2);
        Policy.Target target = first;
        for (Instant at = from; at != null; at = terms.changeAfter(at)) {
            Policy policy = terms.policyAt(at);
            target = policy.target(promised).orElse(target); // what is promised is not taken back
            Stretch next = new Stretch(
                    at,
                    null,
                    terms.calendarAt(target.calendar(), at),
                    target,
                    policy.version(),
                    policy.warnAtPercent());
            if (stretches.isEmpty() || !stretches.getLast().runsOnAs(next)) {
                append(stretches, next);
            }
        }
        return new Course(stretches);
    }

    private static void append(List<Stretch> stretches, Stretch next) {
        if (!stretches.isEmpty()) {
            stretches.add(stretches.removeLast().until(next.from));
        }
        stretches.add(next);
    }

    /** The stretches up to the one in which it falls due: what comes into force later has no part in it. */
    List<Stretch> untilDue() {
        return stretches.size() == 1 ? stretches : stretches.subList(0, stretches.indexOf(due().stretch) + 1);
    }

    /** The first instant that counts; empty when the calendar never opens again. */
    Optional<Instant> opening() {
        return stretches.getFirst().hours().nextOpening(stretches.getFirst().from);
    }

    End due() {
        Duration used = Duration.ZERO;
        for (Stretch stretch : stretches) {
            Duration left = stretch.target.time().minus(used);
            if (!left.isPositive()) {
                return new End(stretch.from, stretch);
            }
            if (stretch.holds(left)) {
                return new End(stretch.hours().deadline(stretch.from, left), stretch);
            }
            used = used.plus(stretch.open());
        }
        throw new IllegalStateException("the last stretch has no end");
    }

    /** When so much time has passed, whatever is promised. */
    Instant after(Duration time) {
        Duration left = time;
        for (Stretch stretch : stretches) {
            if (stretch.holds(left)) {
                return stretch.hours().deadline(stretch.from, left);
            }
            left = left.minus(stretch.open());
        }
        throw new IllegalStateException("the last stretch has no end");
    }

    /** The business time between two instants, each part of it by the calendar that it runs under. */
    Duration elapsed(Instant from, Instant to) {
        Duration elapsed = Duration.ZERO;
        for (Stretch stretch : stretches) {
            Instant begin = stretch.from.isAfter(from) ? stretch.from : from;
            Instant end = stretch.to == null || stretch.to.isAfter(to) ? to : stretch.to;
            if (begin.isBefore(end)) {
                elapsed = elapsed.plus(stretch.hours().elapsed(begin, end));
            }
        }
        return elapsed;
    }
}
