package support.partner;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How far a partnership has come; the life of one as a table: status, and where each step leads from it. */
public enum Standing {
    APPLIED(Map.of(Step.APPROVED, "ACTIVE", Step.REFUSED, "ENDED")),
    ACTIVE(Map.of(
            Step.SUSPENDED, "SUSPENDED",
            Step.PROLONGED, "ACTIVE",
            Step.HANDED_OVER, "ACTIVE",
            Step.ENDED, "ENDED",
            Step.RAN_OUT, "ENDED")),
    /** It goes on to be a partner's file at the desk, and the partner is one no more until it is resumed. */
    SUSPENDED(Map.of(
            Step.RESUMED, "ACTIVE",
            Step.PROLONGED, "SUSPENDED",
            Step.HANDED_OVER, "SUSPENDED",
            Step.ENDED, "ENDED",
            Step.RAN_OUT, "ENDED")),
    /** Also what was refused. One may apply again, and the desk may take a partner back without that. */
    ENDED(Map.of(Step.APPLIED, "APPLIED", Step.APPROVED, "ACTIVE"));

    /** What happens to a partnership; all but the last is done by people. */
    public enum Step {
        APPLIED,
        APPROVED,
        REFUSED,
        SUSPENDED,
        RESUMED,
        PROLONGED,
        /** Somebody else looks after it. */
        HANDED_OVER,
        ENDED,
        /** Its last day was over. */
        RAN_OUT
    }

    private final Map<Step, String> next;

    Standing(Map<Step, String> next) {
        this.next = next;
    }

    /** Where a step leads; empty when it cannot be taken from here. */
    public Optional<Standing> after(Step step) {
        return Optional.ofNullable(next.get(step)).map(Standing::valueOf);
    }

    /** What people can do now, in the order of the steps. */
    public List<Step> steps() {
        return Arrays.stream(Step.values())
                .filter(step -> step != Step.RAN_OUT && next.containsKey(step))
                .toList();
    }
}
