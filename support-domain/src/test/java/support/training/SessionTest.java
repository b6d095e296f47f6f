package support.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SessionTest {
    private static final Instant TEN = Instant.parse("2035-06-18T08:00:00Z");

    private static Session session(boolean cancelled) {
        return new Session(1, 1, TEN, TEN.plusSeconds(3600), "Online", 10, cancelled, 0);
    }

    @Test
    void can_be_booked_until_it_begins() {
        assertThat(session(false).refusal(TEN.minusSeconds(1))).isEmpty();
        assertThat(session(false).refusal(TEN)).contains(Session.Refusal.OVER);
        assertThat(session(true).refusal(TEN.minusSeconds(1))).contains(Session.Refusal.CANCELLED);
    }

    @Test
    void ends_after_it_begins_and_has_seats() {
        assertThatThrownBy(() -> new Session(0, 1, TEN, TEN, "", 1, false, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Session(0, 1, TEN, TEN.plusSeconds(1), "", 0, false, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_number_of_a_certificate_is_read_from_paper() {
        String number = Certificate.number(new Random(5));
        assertThat(number).matches("([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}");
        assertThat(Certificate.typed(
                        " " + number.replace("-", "").replace('0', 'o').toLowerCase(java.util.Locale.ROOT)))
                .isEqualTo(number);
    }
}
