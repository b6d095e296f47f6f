package support.sla;

import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How much business time is promised for what; immutable and versioned.
 *
 * @param targets a request that is not in it carries no promise
 */
public record Policy(int version, Map<Case, Duration> targets) {
    /** What a promise depends on. */
    public record Case(Metric metric, RequestType type, Severity severity, Lane lane) {}

    /** @throws IllegalArgumentException when a target is zero or negative */
    public Policy {
        targets = Map.copyOf(targets);
        if (targets.values().stream().anyMatch(target -> !target.isPositive())) {
            throw new IllegalArgumentException("a promise gives the desk some time");
        }
    }

    /**
     * The first version (docs/sla.md, rule 6): 1, 4, 8 and 24 hours to the first response for levels 1 to 4 of support
     * requests and bug reports, in both lanes; nothing for ideas.
     */
    public static Policy standard() {
        Map<Severity, Duration> hours = new EnumMap<>(Map.of(
                Severity.LEVEL_1, Duration.ofHours(1),
                Severity.LEVEL_2, Duration.ofHours(4),
                Severity.LEVEL_3, Duration.ofHours(8),
                Severity.LEVEL_4, Duration.ofHours(24)));
        Map<Case, Duration> targets = new HashMap<>();
        hours.forEach((severity, target) -> {
            for (Lane lane : Lane.values()) {
                targets.put(new Case(Metric.FIRST_RESPONSE, RequestType.SUPPORT_REQUEST, severity, lane), target);
                targets.put(new Case(Metric.FIRST_RESPONSE, RequestType.BUG_REPORT, severity, lane), target);
            }
        });
        return new Policy(1, targets);
    }

    /** The business time that is promised; empty where nothing is. */
    public Optional<Duration> target(Metric metric, RequestType type, Severity severity, Lane lane) {
        return Optional.ofNullable(targets.get(new Case(metric, type, severity, lane)));
    }
}
