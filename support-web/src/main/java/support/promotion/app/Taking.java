package support.promotion.app;

import support.promotion.Refusal;
import support.promotion.persistence.Handouts;

/** What came of asking for a code. */
public sealed interface Taking {
    /** Also when the same form had taken it before. */
    record Given(Handouts.Held code) implements Taking {}

    record Refused(Refusal why) implements Taking {}
}
