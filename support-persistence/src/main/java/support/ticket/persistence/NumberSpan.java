package support.ticket.persistence;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Tickets by their numbers, both ends included. What is looked up by words is looked for among the newest first and then
 * further back: a word that stands in every third ticket has enough of them among the newest, and all that hold it are
 * never gathered.
 *
 * @param from the oldest
 * @param to the newest
 */
record NumberSpan(long from, long to) {
    /** As {@code ticket_text} marks them. */
    private static final int BLOCK = 1000;
    /** Looking for more marks at once costs more than it saves. */
    private static final int MOST_BLOCKS = 25;

    private static final List<Long> SIZES = List.of(2_000L, 20_000L);

    /**
     * The newest that are found up to a number, looked for in one span after another until there are enough. That there is
     * none among the newest says nothing: they may all be about something new.
     *
     * @param most how many at most
     */
    static <T> List<T> newest(long top, int most, Function<NumberSpan, List<T>> within) {
        List<T> found = List.of();
        for (NumberSpan span : below(top)) {
            found = within.apply(span);
            if (found.size() == most) {
                break;
            }
        }
        return found;
    }

    /** The spans in which to look, one after another: each holds the one before, the last holds all. */
    static List<NumberSpan> below(long top) {
        Stream<Long> from = SIZES.stream().map(size -> top - size + 1).filter(first -> first > 1);
        return Stream.concat(from, Stream.of(1L))
                .map(first -> new NumberSpan(first, top))
                .toList();
    }

    boolean isLast() {
        return from == 1;
    }

    boolean isNarrow() {
        return to / BLOCK - from / BLOCK < MOST_BLOCKS;
    }

    /** The marks of its blocks of numbers, one of which each text of it has. */
    String marks() {
        return LongStream.rangeClosed(from / BLOCK, to / BLOCK)
                .mapToObj(block -> "'#b" + block + "'")
                .collect(Collectors.joining("|"));
    }
}
