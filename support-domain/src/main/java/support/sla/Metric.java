package support.sla;

import java.util.List;

/** What can be promised. */
public enum Metric {
    /** The first public answer that a person of the desk gives (docs/sla.md, rule 7). */
    FIRST_RESPONSE,
    /** Each later one, from the customer's message on. */
    NEXT_RESPONSE,
    /** That the request is resolved. */
    RESOLUTION,
    /** The next public answer, by a day that a person of the desk named. */
    NEXT_NEWS;

    /** Those that the policy gives a time for. */
    public static final List<Metric> BY_POLICY = List.of(FIRST_RESPONSE, NEXT_RESPONSE, RESOLUTION);

    /** Whether a public answer is what is promised. */
    public boolean isAnswer() {
        return this != RESOLUTION;
    }

    /** Whether its time rests while the desk waits for the customer (docs/sla.md, rule 8). */
    public boolean pauses() {
        return this == NEXT_RESPONSE || this == RESOLUTION;
    }
}
