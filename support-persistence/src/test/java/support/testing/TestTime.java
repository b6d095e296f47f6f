package support.testing;

import java.time.Instant;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * Makes a {@link SettableClock} the clock of the desk; it stands on a Monday at ten in Berlin, well in service hours, and
 * so far ahead that no timer of a test fires by the scheduler's own clock.
 */
@TestConfiguration(proxyBeanMethods = false)
public class TestTime {
    public static final Instant MONDAY_AT_TEN = Instant.parse("2035-06-18T08:00:00Z");

    @Bean
    @Primary
    SettableClock settableClock() {
        return SettableClock.at(MONDAY_AT_TEN);
    }
}
