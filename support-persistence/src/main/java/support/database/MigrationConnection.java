package support.database;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** The way of the migrations to the same database as the desk's. */
record MigrationConnection(JdbcConnectionDetails desk) implements FlywayConnectionDetails {
    @Override
    public String getJdbcUrl() {
        return desk.getJdbcUrl();
    }

    @Override
    public @Nullable String getUsername() {
        return desk.getUsername();
    }

    @Override
    public @Nullable String getPassword() {
        return desk.getPassword();
    }
}
