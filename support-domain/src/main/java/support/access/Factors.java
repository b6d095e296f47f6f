package support.access;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/**
 * What somebody has shown in a session so far.
 *
 * @param shown each factor with the instant at which it was shown last
 */
public record Factors(Map<Factor, Instant> shown) {
    /** So long after a factor was shown, what is most delicate can be changed without showing one again. */
    public static final Duration FRESH = Duration.ofMinutes(15);

    public Factors {
        shown = Map.copyOf(shown);
    }

    public static Factors none() {
        return new Factors(Map.of());
    }

    public Factors with(Factor factor, Instant at) {
        Map<Factor, Instant> all = new EnumMap<>(Factor.class);
        all.putAll(shown);
        all.put(factor, at);
        return new Factors(all);
    }

    /** Whether this is enough to be let in. */
    public boolean suffice(boolean twoAreNeeded) {
        boolean first = shown.keySet().stream().anyMatch(Factor::isFirst);
        boolean second = shown.keySet().stream().anyMatch(Factor::isSecond);
        return first && (second || !twoAreNeeded);
    }

    /** Whether it was shown lately enough to change passwords, factors, roles and the like. */
    public boolean areFresh(boolean twoAreNeeded, Instant now) {
        Map<Factor, Instant> lately = new EnumMap<>(Factor.class);
        shown.forEach((factor, at) -> {
            if (at.plus(FRESH).isAfter(now)) {
                lately.put(factor, at);
            }
        });
        return new Factors(lately).suffice(twoAreNeeded);
    }
}
