package support.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is enough to be let in. */
class FactorsTest {
    private static final Instant NOW = Instant.parse("2026-06-15T08:00:00Z");

    private static Factors of(Factor... shown) {
        return Arrays.stream(shown)
                .reduce(Factors.none(), (factors, factor) -> factors.with(factor, NOW), (one, other) -> other);
    }

    @ParameterizedTest
    @EnumSource(names = {"PASSWORD", "LINK", "SINGLE_SIGN_ON"})
    void one_first_factor_is_enough_where_one_is(Factor first) {
        assertThat(of(first).suffice(false)).isTrue();
        assertThat(of(first).suffice(true)).isFalse();
        assertThat(of(first, Factor.CODE).suffice(true)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"CODE", "RECOVERY_CODE", "SINGLE_SIGN_ON_STRONG"})
    void a_second_factor_alone_is_never_enough(Factor second) {
        assertThat(of(second).suffice(false)).isFalse();
        assertThat(of(second).suffice(true)).isFalse();
    }

    @Test
    void a_passkey_counts_for_both() {
        assertThat(of(Factor.PASSKEY).suffice(true)).isTrue();
    }

    @Test
    void nothing_is_not_enough() {
        assertThat(Factors.none().suffice(false)).isFalse();
    }

    @Test
    void what_was_shown_is_fresh_for_a_quarter_of_an_hour() {
        Factors factors = of(Factor.PASSWORD, Factor.CODE);
        assertThat(factors.areFresh(true, NOW.plus(Factors.FRESH).minusMillis(1)))
                .isTrue();
        assertThat(factors.areFresh(true, NOW.plus(Factors.FRESH))).isFalse();
    }

    @Test
    void one_fresh_factor_does_not_freshen_the_other() {
        Instant later = NOW.plus(Duration.ofHours(1));
        assertThat(of(Factor.PASSWORD, Factor.CODE).with(Factor.CODE, later).areFresh(true, later))
                .isFalse();
    }
}
