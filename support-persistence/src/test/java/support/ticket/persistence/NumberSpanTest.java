package support.ticket.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The newest are looked for no further back than it takes, and none is missed. */
class NumberSpanTest {
    private static final long TOP = 1_000_000;
    private static final int MOST = 100;

    private final List<Long> from = new ArrayList<>();

    /** Every so many tickets one is found. */
    private List<Long> found(long top, long every) {
        from.clear();
        return NumberSpan.newest(top, MOST, span -> {
            from.add(span.from());
            return LongStream.iterate(span.to() - span.to() % every, n -> n - every)
                    .takeWhile(n -> n >= span.from() && n > 0)
                    .limit(MOST)
                    .boxed()
                    .toList();
        });
    }

    @Test
    void what_is_frequent_is_found_among_the_newest() {
        assertThat(found(TOP, 3)).hasSize(MOST).startsWith(999_999L);
        assertThat(from).containsExactly(998_001L);
    }

    @Test
    void what_is_less_so_is_looked_for_further_back() {
        assertThat(found(TOP, 150)).hasSize(MOST);
        assertThat(from).containsExactly(998_001L, 980_001L);
        assertThat(found(TOP, 400_000)).containsExactly(800_000L, 400_000L);
        assertThat(from).containsExactly(998_001L, 980_001L, 1L);
    }

    @Test
    void few_tickets_are_looked_through_once() {
        assertThat(found(1_500, 700)).containsExactly(1_400L, 700L);
        assertThat(found(0, 1)).isEmpty();
        assertThat(from).containsExactly(1L);
    }
}
