package support.query;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What somebody may have meant who typed a word that is written nowhere. */
public final class Spelling {
    private static final int MOST = 3;
    /** Shorter words are too much like each other. */
    private static final int SHORTEST = 4;
    /** From here on two letters may be wrong. */
    private static final int LONG = 7;

    private Spelling() {}

    /** Whether it is long enough to be told from what it is like. */
    public static boolean canBeMeant(String typed) {
        return typed.length() >= SHORTEST;
    }

    /** The words of some texts that are written nearly as what was typed: the nearest first, of these the most frequent. */
    public static List<String> meant(String typed, List<String> texts) {
        String folded = typed.toLowerCase(Locale.ROOT);
        if (!canBeMeant(folded)) {
            return List.of();
        }
        int most = folded.length() < LONG ? 1 : 2;
        Map<String, Long> seen =
                WordMarks.words(texts).collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return seen.entrySet().stream()
                .filter(one -> Math.abs(one.getKey().length() - folded.length()) <= most)
                .filter(one -> !one.getKey().equals(folded) && distance(folded, one.getKey()) <= most)
                .sorted(Comparator.comparingInt((Map.Entry<String, Long> one) -> distance(folded, one.getKey()))
                        .thenComparing(
                                Map.Entry.<String, Long>comparingByValue().reversed())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** How many letters have to be added, taken away, changed, or swapped with their neighbour. */
    static int distance(String one, String other) {
        int[] before = new int[0];
        int[] last = IntStream.rangeClosed(0, other.length()).toArray();
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[last.length];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                boolean same = one.charAt(i - 1) == other.charAt(j - 1);
                row[j] = Math.min(last[j - 1] + (same ? 0 : 1), 1 + Math.min(last[j], row[j - 1]));
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            before = last;
            last = row;
        }
        return last[other.length()];
    }
}
