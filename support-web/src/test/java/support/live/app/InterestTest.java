package support.live.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class InterestTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final Interest interest = new Interest();

    @Test
    void nobody_is_interested_before_somebody_comes_nor_long_after() {
        assertThat(interest.isGone(NOON)).isTrue();
        interest.show(NOON);
        assertThat(interest.isGone(NOON.plus(Interest.LASTS).minusMillis(1))).isFalse();
        assertThat(interest.isGone(NOON.plus(Interest.LASTS))).isTrue();
    }
}
