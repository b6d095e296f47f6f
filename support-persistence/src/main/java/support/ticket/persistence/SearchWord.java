package support.ticket.persistence;

import java.util.Arrays;
import java.util.List;
import support.query.Query;

/**
 * A word to look for in {@code ticket_text}.
 *
 * @param starts whether all words count that begin with it
 */
record SearchWord(String text, boolean starts) {
    /** Fewer letters are the beginning of half a dictionary. */
    private static final int SHORTEST_BEGINNING = 3;

    static List<SearchWord> of(Query.Words words) {
        return Arrays.stream(words.text().strip().split("\\s+"))
                .map(word -> of(word, words.exact()))
                .toList();
    }

    private static SearchWord of(String word, boolean exact) {
        boolean starts = !exact && word.length() > SHORTEST_BEGINNING && word.endsWith("*");
        return new SearchWord(starts ? word.substring(0, word.length() - 1) : word, starts);
    }
}
