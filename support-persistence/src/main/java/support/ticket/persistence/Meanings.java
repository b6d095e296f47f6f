package support.ticket.persistence;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What stands for a word besides itself: other words, people and organisations with that name.
 *
 * @param words by the word that was typed
 * @param marks those of {@code ticket_text}, by the word that was typed
 */
public record Meanings(Map<String, List<String>> words, Map<String, List<String>> marks) {
    public static final Meanings NONE = new Meanings(Map.of(), Map.of());

    public Meanings {
        words = Map.copyOf(words);
        marks = Map.copyOf(marks);
    }

    /** Whatever was typed. */
    public List<String> otherWords() {
        return words.values().stream().flatMap(List::stream).distinct().toList();
    }

    List<String> wordsFor(String typed) {
        return words.getOrDefault(typed, List.of());
    }

    /** Empty for none. */
    String marksFor(String typed) {
        return Stream.concat(Stream.of(typed), wordsFor(typed).stream())
                .flatMap(word -> marks.getOrDefault(word, List.of()).stream())
                .distinct()
                .map(mark -> "'" + mark + "'")
                .collect(Collectors.joining("|"));
    }
}
