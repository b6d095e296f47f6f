package support.coverage;

import java.util.EnumSet;
import java.util.Set;

/**
 * The conditions of free support as the lead has published them.
 *
 * @param version counts up from 1
 * @param inForce the rules that are looked at
 * @param graceDays so many days after the end of a licence it still counts; never for an evaluation
 * @param warnDays so many days ahead an end is told
 */
public record ScopeTerms(int version, Set<ScopeRule> inForce, int graceDays, int warnDays) {
    public static final int LONGEST = 366;

    /** As the product comes: every rule, no grace, warnings 60 days ahead. */
    public static final ScopeTerms FIRST = new ScopeTerms(1, EnumSet.allOf(ScopeRule.class), 0, 60);

    /** @throws IllegalArgumentException when days are fewer than none or more than a year */
    public ScopeTerms {
        inForce = Set.copyOf(inForce);
        if (graceDays < 0 || graceDays > LONGEST || warnDays < 0 || warnDays > LONGEST) {
            throw new IllegalArgumentException("days are 0 to " + LONGEST);
        }
    }
}
