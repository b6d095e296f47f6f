package support.ticket;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import support.calendar.BusinessHours;

/**
 * What would become of the promises that are owed when the desk works through its queue from now on. A small model, which
 * is shown beside what it says: so many people answer at a time, each answer takes the same business time, and everybody
 * takes what is next in the queue. It decides nothing; it tells whoever takes a ticket out of turn whom that would cost.
 */
public final class Forecast {
    /**
     * @param agents how many people answer
     * @param answer business time that an answer takes
     */
    public record Capacity(int agents, Duration answer) {
        /** @throws IllegalArgumentException when nobody would ever answer anything */
        public Capacity {
            if (agents < 1 || !answer.isPositive()) {
                throw new IllegalArgumentException("nobody answers anything with " + agents + " and " + answer);
            }
        }
    }

    /** Something that is owed on a ticket by a time. */
    public record Owed(TicketNumber ticket, Instant dueAt) {}

    /** @param late business time between the due time and the answer */
    public record Miss(TicketNumber ticket, Duration late) {}

    private static final Comparator<Miss> WORST_FIRST = Comparator.comparing(Miss::late)
            .reversed()
            .thenComparing(miss -> miss.ticket().value());

    private final Capacity capacity;
    private final Instant now;
    private final BusinessHours hours;

    public Forecast(Capacity capacity, Instant now, BusinessHours hours) {
        this.capacity = capacity;
        this.now = now;
        this.hours = hours;
    }

    /** What would be missed when the line is answered in this order, the worst first. */
    public List<Miss> missed(List<Owed> line) {
        return IntStream.range(0, line.size())
                .filter(place -> isLate(line.get(place), place))
                .mapToObj(place -> miss(line.get(place), place))
                .sorted(WORST_FIRST)
                .toList();
    }

    /**
     * What would be missed by taking a ticket before all of a line that stands ahead of it, and is kept when it waits for
     * its turn; the worst first. Whatever stands behind it is answered at the same time either way.
     *
     * @param ahead in the order of the queue
     */
    public List<Miss> missedByTakingBefore(List<Owed> ahead) {
        return IntStream.range(0, ahead.size())
                .filter(place -> !isLate(ahead.get(place), place) && isLate(ahead.get(place), place + 1))
                .mapToObj(place -> miss(ahead.get(place), place + 1))
                .sorted(WORST_FIRST)
                .toList();
    }

    private Miss miss(Owed owed, int place) {
        return new Miss(owed.ticket(), hours.elapsed(owed.dueAt(), answeredAt(place)));
    }

    private boolean isLate(Owed owed, int place) {
        return answeredAt(place).isAfter(owed.dueAt());
    }

    /** As many as there are agents are answered at the same time, and then as many again. */
    private Instant answeredAt(int place) {
        return hours.deadline(now, capacity.answer().multipliedBy(place / capacity.agents() + 1L));
    }
}
