package support.testing;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import support.database.KnownConnection;
import support.database.MigrationConnection;

/**
 * A migrated, empty PostgreSQL database for each application context that imports this class, entered with the rights
 * that a desk has at work; one server serves a whole test run. {@code SUPPORT_TEST_DB=embedded} leaves Docker alone.
 */
@TestConfiguration(proxyBeanMethods = false)
public class TestDatabase {
    private static final AtomicInteger COPIES = new AtomicInteger();

    private static final class Running {
        static final TestServer SERVER = TestServer.start();
    }

    /** A database, as the desk at work enters it and as its owner does. */
    public record Copy(KnownConnection app, KnownConnection owner) {}

    /** A database of its own for a test that needs no application context. */
    public static Copy fresh() {
        return Running.SERVER.copy("test_" + COPIES.incrementAndGet());
    }

    @Bean
    Copy testCopy() {
        return fresh();
    }

    @Bean
    JdbcConnectionDetails testDatabase(Copy copy) {
        return copy.app();
    }

    /** For what the desk at work may not do. */
    @Bean
    FlywayConnectionDetails testOwner(Copy copy) {
        return new MigrationConnection(copy.owner());
    }
}
