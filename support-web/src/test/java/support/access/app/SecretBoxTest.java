package support.access.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import support.database.LocalPostgres;

/** What the desk seals, and with which keys. */
class SecretBoxTest {
    private static final String OLD = Base64.getEncoder().encodeToString(new byte[32]);
    private static final String NEW =
            Base64.getEncoder().encodeToString("x".repeat(32).getBytes(StandardCharsets.US_ASCII));
    private static final byte[] SECRET =
            "twenty bytes, no more".substring(0, 20).getBytes(StandardCharsets.US_ASCII);

    private static SecretBox box(String keys) {
        return new SecretBox(keys, new StaticListableBeanFactory().getBeanProvider(LocalPostgres.class));
    }

    @Test
    void what_is_sealed_can_be_opened_for_its_owner_and_is_never_sealed_alike() {
        SecretBox box = box(OLD);
        byte[] sealed = box.seal(SECRET, 7);
        assertThat(box.open(sealed, 7)).contains(SECRET);
        assertThat(box.open(sealed, 8)).isEmpty();
        assertThat(box.seal(SECRET, 7)).isNotEqualTo(sealed);
        for (int i = 1; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThat(box.open(changed, 7)).as("byte " + i).isEmpty();
        }
    }

    @Test
    void a_new_key_seals_and_the_old_one_still_opens() {
        byte[] sealed = box(OLD).seal(SECRET, 7);
        SecretBox both = box(NEW + ", " + OLD);
        assertThat(both.open(sealed, 7)).contains(SECRET);
        assertThat(both.isOutOfDate(sealed)).isTrue();
        byte[] anew = both.seal(SECRET, 7);
        assertThat(both.isOutOfDate(anew)).isFalse();
        assertThat(box(NEW).open(anew, 7)).contains(SECRET);
        assertThat(box(NEW).open(sealed, 7)).isEmpty();
    }

    @Test
    void without_a_key_secrets_are_kept_as_they_are_and_sealed_once_there_is_one() {
        assertThat(box("").hasKey()).isFalse();
        byte[] kept = box("").seal(SECRET, 7);
        assertThat(kept).isEqualTo(SECRET);
        assertThat(box("").isOutOfDate(kept)).isFalse();
        assertThat(box(NEW).open(kept, 7)).contains(SECRET);
        assertThat(box(NEW).isOutOfDate(kept)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret", "c2hvcnQ=", "not base64 at all!"})
    void what_is_no_key_is_refused_in_words(String key) {
        assertThatIllegalArgumentException().isThrownBy(() -> box(key)).withMessageContaining("DESK_SECRET_KEY");
    }
}
