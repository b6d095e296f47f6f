package support.walk;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import support.database.MigrationConnection;
import support.database.StoppableServer;

/** Gives a desk a database whose server a test can stop. */
@TestConfiguration(proxyBeanMethods = false)
class OutageServer {
    @Bean
    StoppableServer stoppableServer() throws IOException, InterruptedException, SQLException {
        return StoppableServer.in(Path.of("target", "outage-postgres"));
    }

    @Bean
    JdbcConnectionDetails stoppableDatabase(StoppableServer server) {
        return server.app();
    }

    @Bean
    FlywayConnectionDetails stoppableOwner(StoppableServer server) {
        return new MigrationConnection(server.owner());
    }
}
