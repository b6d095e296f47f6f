package support.query;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The keys of a list, and reading what people ask of it. Where there are none, a colon is a sign as any other. */
public record Vocabulary(List<Key> keys) {
    public static final int LONGEST = 1000;
    static final int MOST_TERMS = 40;
    private static final int NEAREST = 3;
    private static final int MOST_OFFERED = 12;

    public Vocabulary {
        keys = List.copyOf(keys);
    }

    public Reading read(String text) {
        return new QueryReader(this, text).read();
    }

    Optional<Key> key(String name) {
        String folded = name.toLowerCase(Locale.ROOT);
        return keys.stream().filter(key -> key.name().equals(folded)).findFirst();
    }

    List<String> names() {
        return keys.stream().map(Key::name).toList();
    }

    /**
     * Ways to go on with what is typed, each the whole text: keys, or the values of the key at its end.
     *
     * @param more values of keys that are open, by key and what is typed of one
     */
    public List<String> completions(String typed, Function<Value, List<String>> more) {
        int start = QueryReader.lastToken(typed);
        String before = typed.substring(0, start);
        String token = typed.substring(start);
        String sign = token.startsWith("-") ? "-" : "";
        String begun = token.substring(sign.length());
        int colon = begun.indexOf(':');
        if (colon < 0) {
            return names().stream()
                    .filter(name -> !begun.isEmpty() && name.startsWith(begun.toLowerCase(Locale.ROOT)))
                    .map(name -> before + sign + name + (key(name).orElseThrow().isCompared() ? "<" : ":"))
                    .toList();
        }
        int comma = begun.lastIndexOf(',');
        String head = before + sign + begun.substring(0, Math.max(colon, comma) + 1);
        String value = begun.substring(Math.max(colon, comma) + 1);
        return key(begun.substring(0, colon)).stream()
                .flatMap(key -> Stream.concat(
                        key.values().stream().filter(one -> one.startsWith(value.toLowerCase(Locale.ROOT))),
                        key.others() == null
                                ? Stream.of()
                                : more.apply(new Value(key.name(), value.replace("\"", ""))).stream()
                                        .map(Vocabulary::asValue)))
                .distinct()
                .limit(MOST_OFFERED)
                .map(one -> head + one)
                .toList();
    }

    /** A value that is being typed. */
    public record Value(String key, String begun) {}

    private static String asValue(String name) {
        return new Query.Is("", List.of(name), false).toString().substring(1);
    }

    /** Of what there is, that which is most like what somebody typed. */
    static List<String> nearest(String typed, List<String> known) {
        String folded = typed.toLowerCase(Locale.ROOT);
        return known.stream()
                .sorted(Comparator.comparingInt(
                        (String one) -> one.startsWith(folded) ? 0 : Spelling.distance(folded, one)))
                .limit(NEAREST)
                .toList();
    }
}
