package support.query;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody asks a list for: all terms hold at once. Its text form is what people type, and reading that gives the same
 * query again.
 */
public record Query(List<Term> terms) {
    /** Asks for nothing in particular. */
    public static final Query ALL = new Query(List.of());

    /** @see Vocabulary for the keys and values there are */
    public sealed interface Term {
        /** Whether it is to be untrue. */
        boolean excluded();
    }

    /** One of the values: {@code severity:1,2}. */
    public record Is(String key, List<String> values, boolean excluded) implements Term {
        public Is {
            values = List.copyOf(values);
        }

        @Override
        public String toString() {
            return sign(excluded) + key + ":"
                    + values.stream().map(Query::quoted).collect(Collectors.joining(","));
        }
    }

    /** Less or more time than that: {@code due<4h}. */
    public record Within(String key, boolean less, Span span, boolean excluded) implements Term {
        @Override
        public String toString() {
            return sign(excluded) + key + (less ? "<" : ">") + span;
        }
    }

    /**
     * Words that somebody wrote.
     *
     * @param exact in this order, else one word; one that ends with a star stands for all that begin like it
     */
    public record Words(String text, boolean exact, boolean excluded) implements Term {
        @Override
        public String toString() {
            return sign(excluded) + (exact ? inQuotes(text) : text);
        }
    }

    public Query {
        terms = List.copyOf(terms);
    }

    public boolean isAll() {
        return terms.isEmpty();
    }

    /** With other terms in the place of those here that ask for the same key. */
    public Query with(Query other) {
        Set<String> keys = other.terms.stream().flatMap(Query::key).collect(Collectors.toSet());
        return new Query(Stream.concat(
                        terms.stream().filter(term -> key(term).noneMatch(keys::contains)), other.terms.stream())
                .toList());
    }

    private static Stream<String> key(Term term) {
        return term instanceof Is is ? Stream.of(is.key) : Stream.empty();
    }

    private static String sign(boolean excluded) {
        return excluded ? "-" : "";
    }

    private static String quoted(String value) {
        boolean plain = value.chars().noneMatch(c -> Character.isWhitespace(c) || c == '"' || c == ',');
        return plain ? value : inQuotes(value);
    }

    static String inQuotes(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** As it is typed. */
    @Override
    public String toString() {
        return terms.stream().map(Term::toString).collect(Collectors.joining(" "));
    }
}
