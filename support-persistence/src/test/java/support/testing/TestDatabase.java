package support.testing;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * A migrated, empty PostgreSQL database for each application context that imports this class; one server serves a whole
 * test run. {@code SUPPORT_TEST_DB=embedded} leaves Docker alone.
 */
@TestConfiguration(proxyBeanMethods = false)
public class TestDatabase {
    private static final AtomicInteger COPIES = new AtomicInteger();

    private static final class Running {
        static final TestServer SERVER = TestServer.start();
    }

    /** A database of its own for a test that needs no application context. */
    public static JdbcConnectionDetails fresh() {
        return Running.SERVER.copy("test_" + COPIES.incrementAndGet());
    }

    @Bean
    JdbcConnectionDetails testDatabase() {
        return fresh();
    }
}
