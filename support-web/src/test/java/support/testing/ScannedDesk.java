package support.testing;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** A virus scanner for the desk. */
@TestConfiguration(proxyBeanMethods = false)
public class ScannedDesk {
    @Bean
    TestScanner testScanner() {
        return TestScanner.start();
    }

    @Bean
    DynamicPropertyRegistrar scannerOfTheDesk(TestScanner scanner) {
        return settings -> {
            settings.add("desk.clamav.host", () -> "localhost");
            settings.add("desk.clamav.port", scanner::port);
        };
    }
}
