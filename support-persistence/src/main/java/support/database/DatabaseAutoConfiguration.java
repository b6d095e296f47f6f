package support.database;

import java.sql.SQLException;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Connects the desk to the PostgreSQL that it was given, else to the embedded one; any other connection goes first. */
@AutoConfiguration(before = {DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
class DatabaseAutoConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseAutoConfiguration.class);
    private static final String DATABASE = "desk";

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnMissingBean(JdbcConnectionDetails.class)
    @Conditional(DatabaseGiven.class)
    @EnableConfigurationProperties(DatabaseProperties.class)
    static class Given {
        @Bean
        JdbcConnectionDetails givenDatabase(DatabaseProperties properties) {
            return properties.db().app();
        }

        @Bean
        FlywayConnectionDetails givenOwner(DatabaseProperties properties) {
            return new MigrationConnection(properties.db().owned());
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnMissingBean(JdbcConnectionDetails.class)
    @Conditional(NoDatabaseGiven.class)
    @EnableConfigurationProperties(DatabaseProperties.class)
    static class Embedded {
        @Bean
        LocalPostgres localPostgres(DatabaseProperties properties) throws SQLException {
            LocalPostgres server = LocalPostgres.start(properties.serverFolder());
            try {
                server.provideDurable(DATABASE);
                return server;
            } catch (SQLException | RuntimeException e) {
                server.close();
                throw e;
            }
        }

        @Bean
        JdbcConnectionDetails embeddedDatabase(LocalPostgres server) {
            return new KnownConnection(server.url(DATABASE), server.app());
        }

        @Bean
        FlywayConnectionDetails embeddedOwner(LocalPostgres server) {
            return new MigrationConnection(new KnownConnection(server.url(DATABASE), server.owner()));
        }
    }

    /** Migrations have connections of their own: the short time limits of the pool are for pages. */
    @Bean
    @ConditionalOnMissingBean
    FlywayConnectionDetails migrationConnection(JdbcConnectionDetails connection) {
        return new MigrationConnection(connection);
    }

    /** The grants at the end of the migrations are for the one whom the desk is at work. */
    @Bean
    FlywayConfigurationCustomizer grants(JdbcConnectionDetails desk) {
        return flyway -> Migrations.tell(flyway, String.valueOf(desk.getUsername()));
    }

    @Bean
    @ConditionalOnMissingBean
    FlywayMigrationStrategy migrationsOnSupportedServersOnly(
            JdbcConnectionDetails desk, FlywayConnectionDetails owner) {
        return flyway -> {
            SupportedServer.check(flyway.getConfiguration().getDataSource());
            if (Objects.equals(desk.getUsername(), owner.getUsername())) {
                LOG.warn("The desk works as the owner of its tables, who could take away what guards the audit log:"
                        + " give it two logins (DESK_DB_OWNER_USER, see docs/admin.md)");
            }
            flyway.migrate();
        };
    }
}
