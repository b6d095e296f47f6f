package support.database;

import java.sql.SQLException;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
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
    private static final String DATABASE = "desk";

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnMissingBean(JdbcConnectionDetails.class)
    @Conditional(DatabaseGiven.class)
    @EnableConfigurationProperties(DatabaseProperties.class)
    static class Given {
        @Bean
        JdbcConnectionDetails givenDatabase(DatabaseProperties properties) {
            DatabaseProperties.Db db = properties.db();
            return new KnownConnection(String.valueOf(db.url()), db.user(), db.password());
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
            return new KnownConnection(server.url(DATABASE), server.user(), server.password());
        }
    }

    /** Migrations have connections of their own: the short time limits of the pool are for pages. */
    @Bean
    @ConditionalOnMissingBean
    FlywayConnectionDetails migrationConnection(JdbcConnectionDetails connection) {
        return new MigrationConnection(connection);
    }

    @Bean
    @ConditionalOnMissingBean
    FlywayMigrationStrategy migrationsOnSupportedServersOnly() {
        return flyway -> {
            SupportedServer.check(flyway.getConfiguration().getDataSource());
            flyway.migrate();
        };
    }
}
