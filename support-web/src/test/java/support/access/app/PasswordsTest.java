package support.access.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import me.gosimple.nbvcxz.resources.DictionaryUtil;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Which passwords may be chosen, and what comparing one costs. */
class PasswordsTest {
    /** Counts what it is asked, and says no. */
    private static final class Counting implements PasswordEncoder {
        final AtomicInteger compared = new AtomicInteger();

        @Override
        public String encode(@Nullable CharSequence password) {
            return "encoded";
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String encoded) {
            compared.incrementAndGet();
            return true;
        }
    }

    private final Counting encoder = new Counting();
    private final Passwords passwords = new Passwords(encoder);

    /** What makes a wrong address cost as long as a wrong password. */
    @Test
    void for_nobody_a_password_is_compared_all_the_same_and_never_right() {
        assertThat(passwords.matches("whatever it is", null)).isFalse();
        assertThat(encoder.compared).hasValue(1);
        assertThat(passwords.matches("whatever it is", "encoded")).isTrue();
        assertThat(encoder.compared).hasValue(2);
    }

    @Test
    void none_of_the_hundred_thousand_that_leaked_can_be_chosen() {
        List<String> chosen = DictionaryUtil.loadRankedDictionary(DictionaryUtil.passwords).keySet().stream()
                .filter(password -> passwords.problem(password, List.of()).isEmpty()
                        || passwords
                                .problem(password.toUpperCase(Locale.ROOT), List.of())
                                .isEmpty())
                .toList();
        assertThat(chosen).isEmpty();
    }

    @Test
    void words_that_others_know_of_a_person_are_no_password() {
        assertThat(passwords.problem("lantern gravel otter mosaic", List.of())).isEmpty();
        assertThat(passwords.problem("quist and sons", List.of("Nora Quist", "Quist and Sons")))
                .contains("password.common");
    }
}
