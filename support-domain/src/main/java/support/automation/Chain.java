package support.automation;

import java.util.List;
import java.util.stream.Stream;

/**
 * The automations that have led to one another on a ticket, since a person or the clock did something to it. None acts twice
 * in a chain, and none is longer than {@value #LONGEST}: so whatever automations there are, each chain ends.
 */
public record Chain(List<Long> automations) {
    public static final int LONGEST = 3;
    /** A person, or the clock, has just done something. */
    public static final Chain NONE = new Chain(List.of());

    public Chain {
        automations = List.copyOf(automations);
    }

    /** Whether that automation may act as the next. */
    public boolean admits(long automation) {
        return automations.size() < LONGEST && !automations.contains(automation);
    }

    /** @throws IllegalArgumentException when it may not */
    public Chain with(long automation) {
        if (!admits(automation)) {
            throw new IllegalArgumentException("the chain " + automations + " ends before " + automation);
        }
        return new Chain(
                Stream.concat(automations.stream(), Stream.of(automation)).toList());
    }
}
