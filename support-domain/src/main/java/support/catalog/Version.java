package support.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number of a release as vendors write it: {@code 9.4}, {@code 8.20.1}, {@code 9.4.0-m01}. Ordered number by number,
 * where a missing one is zero; what comes before a release (milestone, beta, candidate) is less than the release.
 *
 * @param numbers without zeros at the end, so that 9.4 and 9.4.0 are equal
 * @param qualifier in small letters; empty for a release
 */
public record Version(List<Integer> numbers, String qualifier) implements Comparable<Version> {
    private static final Pattern FORM =
            Pattern.compile("v?(\\d{1,9}(?:\\.\\d{1,9}){0,7})(?:[-._+ ]?([a-z][a-z0-9._+-]{0,40}))?");

    private static final List<String> OF_A_RELEASE = List.of("", "final", "ga", "release", "lts");

    private static final Pattern BORDERS = Pattern.compile("(?<=\\d)(?=\\D)|(?<=\\D)(?=\\d)");

    public Version {
        int length = numbers.size();
        while (length > 1 && numbers.get(length - 1) == 0) {
            length--;
        }
        numbers = List.copyOf(numbers.subList(0, length));
        qualifier = OF_A_RELEASE.contains(qualifier) ? "" : qualifier;
    }

    /** What somebody typed, blanks around it aside; empty when it is no version. */
    public static Optional<Version> parse(String typed) {
        Matcher form = FORM.matcher(typed.strip().toLowerCase(Locale.ROOT));
        if (!form.matches()) {
            return Optional.empty();
        }
        List<Integer> numbers =
                Arrays.stream(form.group(1).split("\\.")).map(Integer::valueOf).toList();
        return Optional.of(
                new Version(numbers, Optional.ofNullable(form.group(2)).orElse("")));
    }

    /** A milestone, a beta, a candidate: not yet the release of these numbers. */
    public boolean isPreRelease() {
        return !qualifier.isEmpty();
    }

    private int number(int place) {
        return place < numbers.size() ? numbers.get(place) : 0;
    }

    /** Only by numbers, those of the other that are given: 9.4.7 is level with 9.4. */
    int compareAtDepth(Version other, int depth) {
        for (int place = 0; place < depth; place++) {
            int difference = Integer.compare(number(place), other.number(place));
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }

    @Override
    public int compareTo(Version other) {
        int byNumber = compareAtDepth(other, Math.max(numbers.size(), other.numbers.size()));
        if (byNumber != 0 || qualifier.equals(other.qualifier)) {
            return byNumber;
        }
        if (isPreRelease() != other.isPreRelease()) {
            return isPreRelease() ? -1 : 1;
        }
        return compareQualifiers(BORDERS.split(qualifier), BORDERS.split(other.qualifier));
    }

    /** So that m9 comes before m10. */
    private static int compareQualifiers(String[] mine, String[] theirs) {
        for (int i = 0; i < Math.min(mine.length, theirs.length); i++) {
            int difference = compareParts(mine[i], theirs[i]);
            if (difference != 0) {
                return difference;
            }
        }
        return Integer.compare(mine.length, theirs.length);
    }

    private static int compareParts(String mine, String other) {
        boolean numbers = Character.isDigit(mine.charAt(0)) && Character.isDigit(other.charAt(0));
        int difference = numbers ? Long.compare(Long.parseLong(shorten(mine)), Long.parseLong(shorten(other))) : 0;
        return difference != 0 ? difference : mine.compareTo(other);
    }

    private static String shorten(String digits) {
        return digits.length() > 18 ? digits.substring(0, 18) : digits;
    }

    @Override
    public String toString() {
        String text =
                String.join(".", numbers.stream().map(String::valueOf).toList()) + (numbers.size() == 1 ? ".0" : "");
        return isPreRelease() ? text + "-" + qualifier : text;
    }
}
