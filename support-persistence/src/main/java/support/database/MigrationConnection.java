package support.database;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** The way of the migrations into a database: as the one who owns its tables. */
public record MigrationConnection(JdbcConnectionDetails owner) implements FlywayConnectionDetails {
    @Override
    public String getJdbcUrl() {
        return owner.getJdbcUrl();
    }

    @Override
    public @Nullable String getUsername() {
        return owner.getUsername();
    }

    @Override
    public @Nullable String getPassword() {
        return owner.getPassword();
    }
}
