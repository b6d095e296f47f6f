package support.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignOnStrengthTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
                    '',            ,       false
                    pwd,           ,       false
                    pwd pin,       ,       false
                    otp sms,       ,       false
                    pwd otp,       ,       true
                    hwk fpt,       ,       true
                    pin swk,       ,       true
                    mfa,           ,       true
                    MFA,           ,       false
                    pwd unheard,   ,       false
                    rba geo,       ,       false
                    '',            gold,   true
                    '',            silver, false
                    """)
    void two_kinds_of_factors_make_a_sign_in_strong(String methods, String context, boolean strong) {
        assertThat(SignOnStrength.isStrong(Set.of(methods.split(" ")), context, Set.of("gold")))
                .isEqualTo(strong);
    }
}
