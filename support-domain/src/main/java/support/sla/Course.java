package support.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import support.calendar.BusinessHours;
import support.calendar.Pause;

/**
 * How the time of one promise runs: stretches, each under one calendar and one target. A version that comes into force on
 * the way begins a new stretch (docs/sla.md, rule 11): business time that was used until then stays used, what is left
 * runs on under the new version. When a new target is shorter than what was used already, the promise is due at the
 * instant at which that target comes into force. What is paused is a stretch of which nothing counts.
 */
final class Course {
    /**
     * @param to exclusive; null for the last stretch
     * @param paused nothing of it counts (docs/sla.md, rule 8)
     */
    record Stretch(
            Instant from,
            @Nullable Instant to,
            boolean paused,
            Terms.PublishedCalendar calendar,
            Policy.Target target,
            int policyVersion,
            int warnAtPercent) {

        BusinessHours hours() {
            return calendar.calendar().hours();
        }

        boolean runsOnAs(Stretch next) {
            return calendar.equals(next.calendar) && target.equals(next.target) && warnAtPercent == next.warnAtPercent;
        }

        private Stretch part(Instant begin, @Nullable Instant end, boolean rests) {
            return new Stretch(begin, end, rests, calendar, target, policyVersion, warnAtPercent);
        }

        private Stream<Stretch> cut(Instant pausedFrom, Instant pausedTo) {
            Instant begin = from.isAfter(pausedFrom) ? from : pausedFrom;
            Instant end = to == null || to.isAfter(pausedTo) ? pausedTo : to;
            if (!begin.isBefore(end)) {
                return Stream.of(this);
            }
            return Stream.of(part(from, begin, paused), part(begin, end, true), part(end, to, paused))
                    .filter(part -> !part.from.equals(part.to));
        }

        /** How much of the time passes before the desk is warned. */
        Duration warningTime() {
            return target.time().multipliedBy(warnAtPercent).dividedBy(100);
        }

        /** Whether so much business time passes before the stretch ends; at its very end it has. */
        private boolean holds(Duration time) {
            return to == null || counted().compareTo(time) >= 0;
        }

        private Duration counted() {
            return paused ? Duration.ZERO : hours().elapsed(from, Objects.requireNonNull(to));
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
        return terms.policyAt(from).target(promised).map(first -> of(promised, first, from, terms));
    }

    /** The same with a first target that somebody has agreed to, whatever the policy says. */
    static Course of(Policy.Case promised, Policy.Target first, Instant from, Terms terms) {
        List<Stretch> stretches = new ArrayList<>(2);
        Policy.Target target = first;
        for (Instant at = from; at != null; at = terms.changeAfter(at)) {
            Policy policy = terms.policyAt(at);
            target = policy.target(promised).orElse(target); // what is promised is not taken back
            Stretch next = new Stretch(
                    at,
                    null,
                    false,
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
            Stretch before = stretches.removeLast();
            stretches.add(before.part(before.from, next.from, false));
        }
        stretches.add(next);
    }

    /** The same course where what was paused does not count; a pause that still lasts has paused nothing yet. */
    Course without(List<Pause> pauses) {
        List<Stretch> cut = stretches;
        for (Pause pause : pauses) {
            Instant end = pause.to();
            if (end != null) {
                cut = cut.stream()
                        .flatMap(stretch -> stretch.cut(pause.from(), end))
                        .toList();
            }
        }
        return new Course(cut);
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
            if (stretch.paused) {
                continue;
            }
            Duration left = stretch.target.time().minus(used);
            if (!left.isPositive()) {
                return new End(stretch.from, stretch);
            }
            if (stretch.holds(left)) {
                return new End(stretch.hours().deadline(stretch.from, left), stretch);
            }
            used = used.plus(stretch.counted());
        }
        throw new IllegalStateException("the last stretch has no end");
    }

    /** When so much time has passed, whatever is promised. */
    Instant after(Duration time) {
        Duration left = time;
        for (Stretch stretch : stretches) {
            if (!stretch.paused && stretch.holds(left)) {
                return stretch.hours().deadline(stretch.from, left);
            }
            left = left.minus(stretch.counted());
        }
        throw new IllegalStateException("the last stretch has no end");
    }

    /** The business time between two instants, each part of it by the calendar that it runs under. */
    Duration elapsed(Instant from, Instant to) {
        Duration elapsed = Duration.ZERO;
        for (Stretch stretch : stretches) {
            Instant begin = stretch.from.isAfter(from) ? stretch.from : from;
            Instant end = stretch.to == null || stretch.to.isAfter(to) ? to : stretch.to;
            if (!stretch.paused && begin.isBefore(end)) {
                elapsed = elapsed.plus(stretch.hours().elapsed(begin, end));
            }
        }
        return elapsed;
    }
}
