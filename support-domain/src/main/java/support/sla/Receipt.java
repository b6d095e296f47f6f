package support.sla;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import support.calendar.BusinessDays;
import support.calendar.BusinessHours;
import support.calendar.ClosedDay;
import support.calendar.ServiceCalendar;

/**
 * The itemised reason for a due time. The counted lines, those inside folded ones included, add up to {@code promised}
 * exactly. It holds no words but the names of closed days.
 *
 * @param metric what is promised
 * @param zone the desk's, in which the lines are to be read
 * @param promised business time
 * @param severity the level that this time is promised for
 * @param policyVersion of the policy under which the time falls due
 * @param calendarVersion of the calendar under which it does
 */
public record Receipt(
        Metric metric,
        ZoneId zone,
        List<Line> lines,
        Duration promised,
        Instant dueAt,
        Severity severity,
        int policyVersion,
        int calendarVersion) {

    /** One line of a receipt, in the order of time. */
    public sealed interface Line {}

    /** Open time that counts. */
    public record Counted(Instant from, Instant to, Duration length) implements Line {}

    /**
     * A whole local date that does not count.
     *
     * @param weekend no day of the week on which the desk opens
     */
    public record Closed(LocalDate date, boolean weekend, List<ClosedDay> days) implements Line {}

    /** A run of lines that a reader may skip: so many business days, with what is between them. */
    public record Folded(int businessDays, Instant from, Instant to, Duration length, ServiceCalendar calendar)
            implements Line {
        /** What is inside, made when it is asked for: a receipt costs what it shows. */
        public List<Line> lines() {
            List<Line> inside = new ArrayList<>();
            spans(from, to, calendar, inside);
            return inside;
        }
    }

    /** The level was changed; the due times before and after. */
    public record Reclassified(Instant at, Severity from, Severity to, Instant dueBefore, Instant dueAfter)
            implements Line {
        /** Raising the level late leaves the due time where it was (docs/sla.md, rule 9). */
        public boolean moved() {
            return !dueBefore.equals(dueAfter);
        }
    }

    /** From here on another version counts: of the policy, of the calendar, or of both (docs/sla.md, rule 11). */
    public record Republished(Instant at, Duration target, int policyVersion, String calendar, int calendarVersion)
            implements Line {}

    /**
     * The desk waited for the customer, and nothing counted (docs/sla.md, rule 8).
     *
     * @param to null while it still does
     */
    public record Paused(Instant from, @Nullable Instant to) implements Line {}

    /** What is left when the desk waits for the customer now: it runs on once they have written. */
    public record Left(Duration length) implements Line {}

    /** As many dates that count are shown at each end of a long receipt. */
    private static final int SHOWN_AT_AN_END = 2;

    /** The receipt of a promise whose level never changed. */
    public static Receipt of(Promise promise, Terms terms) {
        return of(promise, List.of(), terms);
    }

    /**
     * The receipt of a promise.
     *
     * @param changes of the level before the answer, in order
     * @param terms those by which the due time was counted, or later ones
     */
    public static Receipt of(Promise promise, List<Reclassified> changes, Terms terms) {
        List<Course.Stretch> stretches = new ArrayList<>(promise.course(terms).untilDue());
        List<Line> lines = new ArrayList<>(changes);
        if (promise.isPaused()) {
            Instant since = promise.pauses().getLast().from();
            stretches.removeIf(stretch -> stretch.from().isAfter(since));
            count(stretches, since, promise.target(), lines);
            lines.add(new Paused(since, null));
            lines.add(new Left(promise.target().minus(length(lines))));
        } else {
            count(stretches, promise.dueAt(), promise.target(), lines);
        }
        return of(promise, lines, stretches.getLast());
    }

    private static void count(List<Course.Stretch> stretches, Instant until, Duration promised, List<Line> lines) {
        Course.Stretch before = stretches.getFirst();
        Duration left = promised;
        for (Course.Stretch stretch : stretches) {
            if (stretch.paused() && stretch.from().isBefore(until)) {
                lines.add(new Paused(stretch.from(), stretch.to()));
                continue;
            }
            if (!before.runsOnAs(stretch)) {
                lines.add(republished(stretch));
            }
            Instant end = end(stretch, until, left);
            if (stretch.from().isBefore(end)) { // else its calendar may know no opening any more
                fold(stretch.from(), end, stretch.calendar().calendar(), lines);
                left = left.minus(stretch.hours().elapsed(stretch.from(), end));
            }
            before = stretch;
        }
    }

    private static Receipt of(Promise promise, List<Line> lines, Course.Stretch last) {
        ServiceCalendar calendar = last.calendar().calendar();
        return new Receipt(
                promise.metric(),
                calendar.zone(),
                List.copyOf(lines),
                promise.target(),
                promise.dueAt(),
                promise.severity(),
                last.policyVersion(),
                calendar.version());
    }

    private static Republished republished(Course.Stretch stretch) {
        return new Republished(
                stretch.from(),
                stretch.target().time(),
                stretch.policyVersion(),
                stretch.calendar().name(),
                stretch.calendar().calendar().version());
    }

    /**
     * Where a stretch ceases to count.
     *
     * @param left what is still to be counted: a shorter target that came later may be used up within the stretch
     */
    private static Instant end(Course.Stretch stretch, Instant due, Duration left) {
        Instant end = stretch.to();
        if (!left.isPositive()) {
            return stretch.from();
        }
        if (end == null || due.isBefore(end)) {
            return due;
        }
        boolean usedUp = stretch.hours().elapsed(stretch.from(), end).compareTo(left) > 0;
        return usedUp ? stretch.hours().deadline(stretch.from(), left) : end;
    }

    /** All spans, or the first and the last business days with what lies between them folded. */
    private static void fold(Instant from, Instant to, ServiceCalendar calendar, List<Line> lines) {
        BusinessDays days = calendar.businessDays();
        int end = days.before(to);
        int first = calendar.hours().nextOpening(from).map(days::of).orElse(end);
        int folded = end - first - 2 * SHOWN_AT_AN_END;
        if (folded < 2) { // one line for one day would hide without saving
            spans(from, to, calendar, lines);
            return;
        }
        Instant foldFrom = days.begin(first + SHOWN_AT_AN_END);
        Instant foldTo = days.begin(end - SHOWN_AT_AN_END);
        spans(from, foldFrom, calendar, lines);
        lines.add(new Folded(folded, foldFrom, foldTo, calendar.hours().elapsed(foldFrom, foldTo), calendar));
        spans(foldTo, to, calendar, lines);
    }

    private static void spans(Instant from, Instant to, ServiceCalendar calendar, List<Line> lines) {
        BusinessHours hours = calendar.hours();
        LocalDate date = LocalDate.ofInstant(from, calendar.zone());
        Instant at = from;
        while (at.isBefore(to)) {
            Instant opening = hours.nextOpening(at).filter(to::isAfter).orElse(to);
            LocalDate opened = LocalDate.ofInstant(opening, calendar.zone());
            closedDates(date, opened, calendar, lines);
            Instant closing = hours.nextClosing(opening).filter(to::isAfter).orElse(to);
            if (opening.isBefore(closing)) {
                lines.add(new Counted(opening, closing, Duration.between(opening, closing)));
            }
            at = closing;
            date = opened.plusDays(1);
        }
    }

    /** The dates without any window from one date up to another. */
    private static void closedDates(LocalDate from, LocalDate to, ServiceCalendar calendar, List<Line> lines) {
        for (LocalDate date = from; date.isBefore(to); date = date.plusDays(1)) {
            if (calendar.windows(date).isEmpty()) {
                boolean weekend = calendar.week(date.getDayOfWeek()).isEmpty();
                lines.add(new Closed(date, weekend, calendar.closedDays(date)));
            }
        }
    }

    /** Its time rests, so that nothing is due by now. */
    public boolean isPaused() {
        return !lines.isEmpty() && lines.getLast() instanceof Left;
    }

    /** The sum of all that is counted: always {@code promised}. */
    public Duration counted() {
        return length(lines);
    }

    private static Duration length(List<Line> lines) {
        Duration sum = Duration.ZERO;
        for (Line line : lines) {
            sum = switch (line) {
                case Counted counted -> sum.plus(counted.length);
                case Folded folded -> sum.plus(folded.length);
                case Closed closed -> sum;
                case Reclassified reclassified -> sum;
                case Republished republished -> sum;
                case Paused paused -> sum;
                case Left rest -> sum.plus(rest.length);
            };
        }
        return sum;
    }
}
