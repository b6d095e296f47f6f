package support.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import support.people.PartnerKind;

class CampaignTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Campaign CAMPAIGN = new Campaign(
            1,
            1,
            "Winter",
            "20 %",
            Set.of(PartnerKind.SOLUTION_PARTNER),
            5,
            LocalDate.of(2026, 12, 1),
            LocalDate.of(2026, 12, 31),
            0);

    @ParameterizedTest
    @CsvSource({
        "2026-11-30T22:59:59Z, NOT_YET",
        "2026-11-30T23:00:00Z,",
        "2026-12-31T22:59:59Z,",
        "2026-12-31T23:00:00Z, OVER",
        // New Year's Eve is not over in Chicago yet, but the campaign is
        "2027-01-01T05:00:00Z, OVER"
    })
    void its_days_are_those_of_the_vendors_zone(Instant now, Refusal refusal) {
        assertThat(CAMPAIGN.refusal(PartnerKind.SOLUTION_PARTNER, now, BERLIN).orElse(null))
                .isEqualTo(refusal);
    }

    @Test
    void partners_of_another_kind_get_none_on_any_day() {
        assertThat(CAMPAIGN.refusal(PartnerKind.MARKETPLACE_PARTNER, Instant.EPOCH, BERLIN))
                .contains(Refusal.OTHER_PARTNERS);
    }

    @Test
    void codes_of_the_desk_have_sixty_bits_and_no_sign_that_is_read_as_another() {
        assertThat(PromoCode.fresh(new Random(7))).matches("[0-9A-HJKMNP-TV-Z]{12}");
        assertThat(PromoCode.fresh(new Random(7))).isNotEqualTo(PromoCode.fresh(new Random(8)));
        assertThat(PromoCode.typed("oil0-abcd 1234")).isEqualTo("0110ABCD1234");
    }

    @ParameterizedTest
    @CsvSource({
        "'', BLANK",
        "' \t', BLANK",
        "'=1+1', FORMULA",
        "'+49', FORMULA",
        "'@SUM(A1)', FORMULA",
        "'''ABC', FORMULA",
        "'AB C1', WRONG",
        "'ABC', WRONG",
        "'ÄÖÜÄ', WRONG",
        "'<script>', WRONG"
    })
    void what_is_no_code_is_refused_and_named(String cell, BadCode.Problem problem) {
        assertThatThrownBy(() -> PromoCode.read(cell))
                .isInstanceOfSatisfying(
                        BadCode.class, bad -> assertThat(bad.problem()).isEqualTo(problem));
    }

    @Test
    void the_case_of_a_code_does_not_count() {
        assertThat(PromoCode.read(" abcd-12_x ")).isEqualTo("ABCD-12_X");
    }

    @Test
    void a_customer_is_one_line_of_whatever_letters() {
        assertThat(Customer.clean("Vole\r\nBcc: x\0 \u202E& \uD83D\uDE00 Söhne"))
                .isEqualTo("Vole Bcc: x & \uD83D\uDE00 Söhne");
        assertThat(Customer.clean("half \uD83D sign")).isEqualTo("half sign");
        assertThatThrownBy(() -> new Customer(" ")).isInstanceOf(IllegalArgumentException.class);
    }
}
