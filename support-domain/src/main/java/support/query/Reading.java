package support.query;

import java.util.List;

/**
 * What a text was read as.
 *
 * @param query of what could be read; the whole of it when there are no faults
 */
public record Reading(Query query, List<Fault> faults) {
    public Reading {
        faults = List.copyOf(faults);
    }

    public boolean isWhole() {
        return faults.isEmpty();
    }
}
