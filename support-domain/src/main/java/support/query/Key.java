package support.query;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be asked for.
 *
 * @param values what it may be, in the order in which they are offered
 * @param others what else it may be; null for nothing
 * @param units in which it can be compared; empty where it cannot
 */
public record Key(
        String name, List<String> values, @Nullable Pattern others, List<Span.Unit> units) {
    /** Any words. */
    public static final Pattern NAME = Pattern.compile("(?s).*\\S.*");

    public Key {
        values = List.copyOf(values);
        units = List.copyOf(units);
    }

    public static Key of(String name, String... values) {
        return new Key(name, List.of(values), null, List.of());
    }

    public static Key time(String name, List<Span.Unit> units, String... values) {
        return new Key(name, List.of(values), null, units);
    }

    public static Key open(String name, Pattern others, String... values) {
        return new Key(name, List.of(values), others, List.of());
    }

    boolean admits(String value) {
        return values.contains(value) || others != null && others.matcher(value).matches();
    }

    boolean isCompared() {
        return !units.isEmpty();
    }
}
