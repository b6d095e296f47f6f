package support.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Shows in a text the words that somebody looked for, in any of their endings: nearly what the index of words finds, for a
 * fraction of its price. What is marked is for the eye; what is found is not decided here.
 */
public final class WordMarks {
    /**
     * A part of a text.
     *
     * @param found whether it is what was looked for
     */
    public record Piece(String text, boolean found) {}

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");
    private static final int BEFORE = 60;
    private static final String MORE = "…";

    private final List<Needle> needles;

    private WordMarks(List<Needle> needles) {
        this.needles = needles;
    }

    /** Of all that a query wants; and of other words that count for the same. */
    public static WordMarks of(Query query, List<String> others) {
        Stream<Query.Words> wanted = query.terms().stream()
                .filter(Query.Words.class::isInstance)
                .map(Query.Words.class::cast)
                .filter(words -> !words.excluded());
        return new WordMarks(Stream.concat(wanted, others.stream().map(word -> new Query.Words(word, false, false)))
                .flatMap(words -> needles(words).stream())
                .distinct()
                .toList());
    }

    private static List<Needle> needles(Query.Words words) {
        List<String> parts = tokens(words.text()).map(Token::folded).toList();
        if (words.exact()) {
            return parts.isEmpty() ? List.of() : List.of(new Needle(parts, "", true, false));
        }
        boolean starts = words.text().endsWith("*");
        return parts.stream()
                .map(part -> new Needle(List.of(part), Stem.of(part), false, starts))
                .toList();
    }

    /** What each text that is marked holds in some place, whatever its capitals. */
    public List<String> stems() {
        return needles.stream().map(Needle::core).distinct().toList();
    }

    /** How many of the words are in a text. */
    public int in(String text) {
        List<Token> tokens = tokens(text).toList();
        return (int) needles.stream()
                .filter(needle -> IntStream.range(0, tokens.size()).anyMatch(at -> needle.length(tokens, at) > 0))
                .count();
    }

    /** The whole text in pieces. */
    public List<Piece> mark(String text) {
        List<Piece> pieces = new ArrayList<>();
        int done = 0;
        for (Span span : spans(text)) {
            add(pieces, text.substring(done, span.from), false);
            add(pieces, text.substring(span.from, span.to), true);
            done = span.to;
        }
        add(pieces, text.substring(done), false);
        return pieces;
    }

    /** A part of a text, of about that many characters, in which the first of the words stands; empty when none does. */
    public List<Piece> snippet(String text, int length) {
        String line = text.replaceAll("\\s+", " ").strip();
        List<Span> spans = spans(line);
        if (spans.isEmpty()) {
            return List.of();
        }
        int from = start(line, spans.getFirst().from - BEFORE);
        int to = end(line, Math.max(from + length, spans.getFirst().to));
        return mark((from > 0 ? MORE : "") + line.substring(from, to) + (to < line.length() ? MORE : ""));
    }

    private static int start(String line, int wanted) {
        if (wanted <= 0) {
            return 0;
        }
        int blank = line.indexOf(' ', wanted);
        boolean near = blank >= 0 && blank < wanted + BEFORE / 2;
        return near ? blank + 1 : whole(line, wanted);
    }

    private static int end(String line, int wanted) {
        if (wanted >= line.length()) {
            return line.length();
        }
        int blank = line.lastIndexOf(' ', wanted);
        return blank > wanted - BEFORE / 2 ? blank : whole(line, wanted);
    }

    /** Not between the halves of one sign. */
    private static int whole(String line, int place) {
        return Character.isLowSurrogate(line.charAt(place)) ? place - 1 : place;
    }

    private static void add(List<Piece> pieces, String text, boolean found) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, found));
        }
    }

    private record Span(int from, int to) {}

    private List<Span> spans(String text) {
        List<Token> tokens = tokens(text).toList();
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            int length = length(tokens, i);
            if (length > 0) {
                spans.add(new Span(tokens.get(i).from, tokens.get(i + length - 1).to));
                i += length - 1;
            }
        }
        return spans;
    }

    private int length(List<Token> tokens, int at) {
        int longest = 0;
        for (Needle needle : needles) {
            longest = Math.max(longest, needle.length(tokens, at));
        }
        return longest;
    }

    private record Token(String folded, String stem, int from, int to) {
        static Token of(MatchResult word) {
            String folded = word.group().toLowerCase(Locale.ROOT);
            return new Token(folded, Stem.of(folded), word.start(), word.end());
        }
    }

    private static Stream<Token> tokens(String text) {
        return WORD.matcher(text).results().map(Token::of);
    }

    /**
     * What to look for: a word, or several one after another.
     *
     * @param stem of a single word; empty where its ending counts
     * @param exact the first may end so and the last begin so, those between are the same
     * @param starts all that begins so counts
     */
    private record Needle(List<String> parts, String stem, boolean exact, boolean starts) {
        /** Over how many of the words from a place on it stands; 0 for not there. */
        int length(List<Token> tokens, int at) {
            if (at + parts.size() > tokens.size()) {
                return 0;
            }
            for (int i = 0; i < parts.size(); i++) {
                if (!fits(parts.get(i), tokens.get(at + i), i)) {
                    return 0;
                }
            }
            return parts.size();
        }

        private boolean fits(String part, Token token, int place) {
            String word = token.folded;
            if (!exact) {
                return starts ? word.startsWith(part) : word.equals(part) || token.stem.equals(stem);
            }
            boolean first = place == 0;
            boolean last = place == parts.size() - 1;
            return first && last
                    ? word.contains(part)
                    : first ? word.endsWith(part) : last ? word.startsWith(part) : word.equals(part);
        }

        /** What every text has in which it stands. */
        String core() {
            return exact || starts ? parts.getFirst() : stem;
        }
    }

    /** Words without their usual endings in English and German. */
    private static final class Stem {
        private static final List<String> ENDINGS = List.of(
                "ungen", "ings", "ung", "ing", "ies", "ern", "ers", "est", "ed", "er", "en", "em", "es", "ly", "e", "n",
                "s", "y");
        /** What may stand before an ending. */
        private static final List<String> LAST = List.of("y", "i", "e");

        private static final int SHORTEST = 3;

        static String of(String word) {
            String stem = without(ENDINGS, word);
            return single(stem.equals(word) ? word : without(LAST, stem));
        }

        private static String without(List<String> endings, String word) {
            for (String ending : endings) {
                if (word.endsWith(ending) && word.length() - ending.length() >= SHORTEST) {
                    return word.substring(0, word.length() - ending.length());
                }
            }
            return word;
        }

        /** "running" is of "run". */
        private static String single(String stem) {
            int last = stem.length() - 1;
            boolean twice = last >= SHORTEST && stem.charAt(last) == stem.charAt(last - 1);
            return twice ? stem.substring(0, last) : stem;
        }

        private Stem() {}
    }

    /** The words of texts, in small letters. */
    static Stream<String> words(List<String> texts) {
        return texts.stream()
                .flatMap(text -> Arrays.stream(text.split("[^\\p{L}\\p{N}\\p{M}]+")))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty());
    }
}
