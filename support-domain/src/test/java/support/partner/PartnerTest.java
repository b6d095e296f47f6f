package support.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import support.people.PartnerKind;

class PartnerTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final long LEAD = 7;

    private static final Map<Standing.Step, UnaryOperator<Partner>> VERBS = new EnumMap<>(Map.of(
            Standing.Step.APPLIED, partner -> partner.apply(PartnerKind.MARKETPLACE_PARTNER),
            Standing.Step.APPROVED,
                    partner -> partner.approve(partner.kind(), new Validity(TODAY, TODAY.plusDays(30)), LEAD, TODAY),
            Standing.Step.REFUSED, Partner::refuse,
            Standing.Step.SUSPENDED, Partner::suspend,
            Standing.Step.RESUMED, Partner::resume,
            Standing.Step.PROLONGED, partner -> partner.prolong(TODAY.plusDays(60), TODAY),
            Standing.Step.HANDED_OVER, partner -> partner.handOver(9),
            Standing.Step.ENDED, Partner::end,
            Standing.Step.RAN_OUT, partner -> partner.on(TODAY.plusYears(1))));

    private static Partner applied() {
        return Partner.applying(1, PartnerKind.SOLUTION_PARTNER);
    }

    private static Partner active(LocalDate first, @Nullable LocalDate last) {
        return applied().approve(PartnerKind.SOLUTION_PARTNER, new Validity(first, last), LEAD, TODAY);
    }

    private static Partner in(Standing standing) {
        Partner active = active(TODAY, TODAY.plusDays(30));
        return switch (standing) {
            case APPLIED -> applied();
            case ACTIVE -> active;
            case SUSPENDED -> active.suspend();
            case ENDED -> active.end();
        };
    }

    @ParameterizedTest
    @EnumSource
    void each_verb_follows_the_table_of_the_life_cycle(Standing standing) {
        Partner partner = in(standing);
        VERBS.forEach((step, verb) -> standing.after(step)
                .ifPresentOrElse(
                        next -> {
                            assertThat(verb.apply(partner).standing())
                                    .as(step + " of " + standing)
                                    .isEqualTo(next);
                            assertThat(verb.apply(partner).version()).isEqualTo(partner.version() + 1);
                        },
                        () -> refuses(step, verb, partner)));
    }

    private static void refuses(Standing.Step step, UnaryOperator<Partner> verb, Partner partner) {
        if (step == Standing.Step.RAN_OUT) {
            assertThat(verb.apply(partner)).isSameAs(partner);
        } else {
            assertThatExceptionOfType(RefusedStep.class)
                    .isThrownBy(() -> verb.apply(partner))
                    .satisfies(refused -> assertThat(refused.present()).isEqualTo(partner.standing()))
                    .satisfies(refused -> assertThat(refused.step()).isEqualTo(step));
        }
    }

    @ParameterizedTest
    @EnumSource
    void only_what_the_table_allows_is_offered(Standing standing) {
        Set<Standing.Step> offered = Set.copyOf(standing.steps());
        for (Standing.Step step : Standing.Step.values()) {
            assertThat(offered.contains(step))
                    .isEqualTo(step != Standing.Step.RAN_OUT
                            && standing.after(step).isPresent());
        }
    }

    @Test
    void it_holds_from_the_first_day_to_the_last() {
        Partner partner = active(TODAY.plusDays(1), TODAY.plusDays(2));
        assertThat(partner.isActiveOn(TODAY)).isFalse();
        assertThat(partner.isActiveOn(TODAY.plusDays(1))).isTrue();
        assertThat(partner.isActiveOn(TODAY.plusDays(2))).isTrue();
        assertThat(partner.isActiveOn(TODAY.plusDays(3))).isFalse();
        assertThat(partner.on(TODAY.plusDays(2))).isSameAs(partner);
        assertThat(partner.on(TODAY.plusDays(3)).standing()).isEqualTo(Standing.ENDED);
        assertThat(partner.suspend().isActiveOn(TODAY.plusDays(1))).isFalse();
        assertThat(partner.suspend().on(TODAY.plusDays(3)).standing()).isEqualTo(Standing.ENDED);
    }

    @Test
    void without_a_last_day_it_holds_until_somebody_ends_it() {
        Partner partner = active(TODAY, null);
        assertThat(partner.isActiveOn(TODAY.plusYears(100))).isTrue();
        assertThat(partner.on(TODAY.plusYears(100))).isSameAs(partner);
        assertThat(partner.nextLook(TODAY, BERLIN)).isEmpty();
    }

    @Test
    void the_last_day_is_never_before_the_first_and_never_over() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Validity(TODAY, TODAY.minusDays(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> active(TODAY.minusDays(9), TODAY.minusDays(1)));
        Partner later = active(TODAY.plusDays(5), TODAY.plusDays(9));
        assertThatIllegalArgumentException().isThrownBy(() -> later.prolong(TODAY.plusDays(4), TODAY));
        Partner partner = active(TODAY.minusDays(9), TODAY);
        assertThatIllegalArgumentException().isThrownBy(() -> partner.prolong(TODAY.minusDays(1), TODAY));
    }

    @Test
    void time_does_something_when_it_begins_and_when_its_last_day_is_over() {
        Partner partner = active(LocalDate.of(2026, 10, 24), LocalDate.of(2026, 10, 25));
        assertThat(partner.nextLook(TODAY, BERLIN)).contains(Instant.parse("2026-10-23T22:00:00Z"));
        assertThat(partner.nextLook(LocalDate.of(2026, 10, 24), BERLIN))
                .as("the day of 25 hours")
                .contains(Instant.parse("2026-10-25T23:00:00Z"));
        assertThat(partner.end().nextLook(TODAY, BERLIN)).isEmpty();
        assertThat(applied().nextLook(TODAY, BERLIN)).isEmpty();
    }

    @Test
    void whoever_applies_anew_begins_anew() {
        Partner again = in(Standing.ENDED).apply(PartnerKind.MARKETPLACE_PARTNER);
        assertThat(again.standing()).isEqualTo(Standing.APPLIED);
        assertThat(again.kind()).isEqualTo(PartnerKind.MARKETPLACE_PARTNER);
        assertThat(again.validity()).isNull();
        assertThat(again.isActiveOn(TODAY)).isFalse();
    }
}
