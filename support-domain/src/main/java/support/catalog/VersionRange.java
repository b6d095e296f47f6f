package support.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Versions of a product as release notes name them: {@code 9.4} (with its patches), {@code 8.20.x}, {@code 9.0-9.4}
 * (both ends with their patches), {@code 9.4 and later} or {@code 9.4+}, {@code any}; several with commas. A milestone or
 * beta is in no range: what is supported is what was released.
 *
 * @param text as it was written
 */
public record VersionRange(String text, List<Span> spans) {
    /**
     * @param depth how many numbers of the last version count: 9.4.7 is in a span up to 9.4
     * @param to null when there is no end
     */
    record Span(Version from, @Nullable Version to, int depth) {
        boolean holds(Version version) {
            return version.compareTo(from) >= 0 && (to == null || version.compareAtDepth(to, depth) <= 0);
        }
    }

    private static final Version FIRST = new Version(List.of(0), "");

    /** What was written; empty when a part of it is no range, or begins after its end. */
    public static Optional<VersionRange> parse(String written) {
        List<Span> spans = new ArrayList<>();
        for (String part : written.split(",", -1)) {
            Optional<Span> span = span(part.strip());
            if (span.isEmpty()) {
                return Optional.empty();
            }
            spans.add(span.get());
        }
        return Optional.of(new VersionRange(written.strip(), List.copyOf(spans)));
    }

    private static Optional<Span> span(String part) {
        String lower = part.toLowerCase(Locale.ROOT);
        if (lower.equals("any")) {
            return Optional.of(new Span(FIRST, null, 0));
        }
        if (lower.endsWith("+") || lower.endsWith("and later")) {
            String from = lower.endsWith("+") ? chop(lower, "+") : chop(lower, "and later");
            return release(from).map(version -> new Span(version, null, 0));
        }
        int dash = lower.indexOf('-');
        return dash < 0 ? between(lower, lower) : between(lower.substring(0, dash), lower.substring(dash + 1));
    }

    private static Optional<Span> between(String from, String to) {
        return release(from)
                .flatMap(first -> release(to).map(last -> new Span(first, last, depth(to))))
                .filter(span -> span.holds(span.from));
    }

    private static Optional<Version> release(String text) {
        return Version.parse(withoutX(text)).filter(version -> !version.isPreRelease());
    }

    private static int depth(String text) {
        return withoutX(text).split("\\.").length;
    }

    private static String withoutX(String text) {
        String stripped = text.strip();
        return stripped.endsWith(".x") ? chop(stripped, ".x") : stripped;
    }

    private static String chop(String text, String end) {
        return text.substring(0, text.length() - end.length()).strip();
    }

    /** Whether a version is in it; a pre-release never is. */
    public boolean holds(Version version) {
        return !version.isPreRelease() && spans.stream().anyMatch(span -> span.holds(version));
    }

    /** The least of it. */
    public Version first() {
        return spans.stream().map(Span::from).min(Comparator.naturalOrder()).orElse(FIRST);
    }

    /** How many numbers its narrowest part is exact in: 2 for 9.12. */
    int depth() {
        return spans.stream().mapToInt(Span::depth).max().orElse(0);
    }

    @Override
    public String toString() {
        return text;
    }
}
