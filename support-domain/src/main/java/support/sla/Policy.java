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
 * @param warnAtPercent the share of a promise's business time after which the desk is warned (docs/sla.md, rule 12)
 */
public record Policy(int version, Map<Case, Target> targets, int warnAtPercent) {
    /** What a promise depends on. */
    public record Case(Metric metric, RequestType type, Severity severity, Lane lane) {
        /** The same at another level. */
        Case at(Severity other) {
            return new Case(metric, type, other, lane);
        }
    }

    /**
     * What is promised.
     *
     * @param time business time
     * @param calendar the name of the calendar that it is counted by
     */
    public record Target(Duration time, String calendar) {
        /** More than anyone means to promise. */
        private static final Duration MOST = Duration.ofHours(10_000);

        /** @throws RefusedTerms when the time is zero, negative, beyond 10,000 hours or not in whole seconds */
        public Target {
            if (!time.isPositive()) {
                throw new RefusedTerms("A promise gives the desk some time, not " + time);
            }
            if (time.getNano() != 0) {
                throw new RefusedTerms("A promise is given in whole seconds, not " + time); // as it is stored
            }
            if (time.compareTo(MOST) > 0) {
                throw new RefusedTerms("A promise gives at most 10,000 hours");
            }
        }
    }

    static final int USUAL_WARNING = 75;

    /** @throws RefusedTerms when the warning would not come within the time, or for what a policy does not promise */
    public Policy {
        targets = Map.copyOf(targets);
        if (!targets.keySet().stream().map(Case::metric).allMatch(Metric.BY_POLICY::contains)) {
            throw new RefusedTerms("When the next news comes is said by a person, not by a policy");
        }
        if (warnAtPercent < 1 || warnAtPercent > 99) {
            throw new RefusedTerms("A warning comes after 1 to 99 percent of the time, not " + warnAtPercent);
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
        Map<Case, Target> targets = new HashMap<>();
        hours.forEach((severity, time) -> {
            Target target = new Target(time, Terms.OFFICE_HOURS);
            for (Lane lane : Lane.values()) {
                targets.put(new Case(Metric.FIRST_RESPONSE, RequestType.SUPPORT_REQUEST, severity, lane), target);
                targets.put(new Case(Metric.FIRST_RESPONSE, RequestType.BUG_REPORT, severity, lane), target);
            }
        });
        return new Policy(1, targets, USUAL_WARNING);
    }

    /** What is promised; empty where nothing is. */
    public Optional<Target> target(Case promised) {
        return Optional.ofNullable(targets.get(promised));
    }
}
