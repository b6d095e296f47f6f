package support.sla;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import support.calendar.BusinessHours;
import support.calendar.ClosedDay;
import support.calendar.ServiceCalendar;

/**
 * The itemised reason for a due time. The counted lines, those inside folded ones included, add up to {@code promised}
 * exactly. It holds no words but the names of closed days.
 *
 * @param zone the desk's, in which the lines are to be read
 * @param promised business time
 */
public record Receipt(
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
    public record Folded(int businessDays, Duration length, List<Line> lines) implements Line {}

    /** The level was changed; the due times before and after. */
    public record Reclassified(Instant at, Severity from, Severity to, Instant dueBefore, Instant dueAfter)
            implements Line {}

    /** As many counted lines are shown at each end of a long receipt. */
    private static final int SHOWN_AT_AN_END = 2;

    /** The receipt of a promise whose level never changed. */
    public static Receipt of(Promise promise, Severity severity, Terms terms) {
        return of(promise, severity, List.of(), terms);
    }

    /**
     * The receipt of a promise.
     *
     * @param severity the level as it is now
     * @param changes of the level before the answer, in order
     */
    public static Receipt of(Promise promise, Severity severity, List<Reclassified> changes, Terms terms) {
        List<Line> lines = new ArrayList<>(changes);
        lines.addAll(fold(spans(promise.countedFrom(), promise.dueAt(), terms.calendar())));
        return new Receipt(
                terms.calendar().zone(),
                List.copyOf(lines),
                promise.target(),
                promise.dueAt(),
                severity,
                promise.policyVersion(),
                promise.calendarVersion());
    }

    private static List<Line> spans(Instant from, Instant due, ServiceCalendar calendar) {
        BusinessHours hours = calendar.hours();
        List<Line> lines = new ArrayList<>();
        Instant at = from;
        while (at.isBefore(due)) {
            Instant opening = hours.nextOpening(at).orElse(due);
            closedDates(at, opening, calendar, lines);
            Instant closing = hours.nextClosing(opening).filter(due::isAfter).orElse(due);
            lines.add(new Counted(opening, closing, Duration.between(opening, closing)));
            at = closing;
        }
        return lines;
    }

    /** The dates without any window from one instant up to the next opening. */
    private static void closedDates(Instant from, Instant opening, ServiceCalendar calendar, List<Line> lines) {
        LocalDate last = opening.atZone(calendar.zone()).toLocalDate();
        for (LocalDate date = from.atZone(calendar.zone()).toLocalDate();
                date.isBefore(last);
                date = date.plusDays(1)) {
            if (calendar.windows(date).isEmpty()) {
                boolean weekend = calendar.week(date.getDayOfWeek()).isEmpty();
                lines.add(new Closed(date, weekend, calendar.closedDays(date)));
            }
        }
    }

    private static List<Line> fold(List<Line> lines) {
        List<Integer> counted = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i) instanceof Counted) {
                counted.add(i);
            }
        }
        if (counted.size() <= 2 * SHOWN_AT_AN_END + 1) {
            return lines;
        }
        int from = counted.get(SHOWN_AT_AN_END);
        int to = counted.get(counted.size() - SHOWN_AT_AN_END);
        List<Line> folded = new ArrayList<>(lines.subList(0, from));
        folded.add(folded(List.copyOf(lines.subList(from, to))));
        folded.addAll(lines.subList(to, lines.size()));
        return folded;
    }

    private static Folded folded(List<Line> lines) {
        int days = (int) lines.stream().filter(Counted.class::isInstance).count();
        return new Folded(days, length(lines), lines);
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
            };
        }
        return sum;
    }
}
