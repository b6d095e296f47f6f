package support.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Automations that set each other off come to an end, whatever they are. */
class ChainTest {
    @Test
    void one_that_sets_itself_off_acts_once() {
        assertThat(Chain.NONE.admits(7)).isTrue();
        assertThat(Chain.NONE.with(7).admits(7)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> Chain.NONE.with(7).with(7));
    }

    @Test
    void a_chain_ends_after_three() {
        Chain three = Chain.NONE.with(1).with(2).with(3);
        assertThat(three.automations()).hasSize(Chain.LONGEST);
        assertThat(three.admits(4)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatever_sets_off_whatever_it_ends(long seed) {
        SplittableRandom chance = new SplittableRandom(seed);
        long automations = 2 + chance.nextInt(6);
        Map<Long, Set<Long>> setsOff = LongStream.range(0, automations)
                .boxed()
                .collect(Collectors.toMap(
                        one -> one,
                        one -> LongStream.range(0, automations)
                                .filter(other -> chance.nextInt(3) > 0)
                                .boxed()
                                .collect(Collectors.toSet())));
        Deque<Chain> waiting = new ArrayDeque<>(List.of(Chain.NONE));
        Set<List<Long>> acted = new HashSet<>();
        while (!waiting.isEmpty()) {
            Chain chain = waiting.remove();
            Set<Long> next = chain.automations().isEmpty()
                    ? setsOff.keySet()
                    : setsOff.getOrDefault(chain.automations().getLast(), Set.of());
            next.stream().filter(chain::admits).map(chain::with).forEach(longer -> {
                assertThat(acted.add(longer.automations())).isTrue();
                assertThat(longer.automations()).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(Chain.LONGEST);
                waiting.add(longer);
            });
        }
        assertThat(acted).hasSizeLessThanOrEqualTo((int) (automations + automations * automations * automations));
    }
}
