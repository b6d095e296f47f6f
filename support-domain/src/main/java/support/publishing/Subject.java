package support.publishing;

import org.jspecify.annotations.Nullable;
import support.sla.RefusedTerms;
import support.sla.Terms;

/**
 * What there are versions of: the policy, and each calendar.
 *
 * @param calendar its name; null for the policy
 */
public record Subject(@Nullable String calendar) {
    public static final Subject POLICY = new Subject(null);

    private static final String CALENDAR = "calendar:";
    private static final int LONGEST_NAME = 80;

    /** @throws RefusedTerms when a calendar has no name, or one that {@link #isName} says no to */
    public Subject {
        if (calendar != null && !isName(calendar)) {
            throw new RefusedTerms("The name of a calendar has 1 to " + LONGEST_NAME + " characters");
        }
    }

    /** Whether a calendar can be called so: by 1 to 80 characters that can be read. */
    public static boolean isName(String text) {
        return !text.isBlank()
                && text.length() <= LONGEST_NAME
                && text.codePoints().noneMatch(Character::isISOControl);
    }

    /** As it is written down: {@code policy}, or {@code calendar:} and the name. */
    public String key() {
        return calendar == null ? "policy" : CALENDAR + calendar;
    }

    /** What was written down by {@link #key}. */
    public static Subject ofKey(String key) {
        return key.startsWith(CALENDAR) ? calendar(key.substring(CALENDAR.length())) : POLICY;
    }

    public static Subject calendar(String name) {
        return new Subject(name.strip());
    }

    /** As pages name it: the name of a calendar, or nothing for the policy. */
    public static Subject of(String calendar) {
        return calendar.isBlank() ? POLICY : calendar(calendar);
    }

    /** The number of the newest version that is published; 0 when there is none. */
    public int newestIn(Terms published) {
        return calendar == null
                ? published.policyVersion()
                : published
                        .newest(calendar)
                        .map(one -> one.calendar().version())
                        .orElse(0);
    }
}
