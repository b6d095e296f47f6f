package support.database;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** Where a database is and who enters. */
public record KnownConnection(String url, Login login) implements JdbcConnectionDetails {
    @Override
    public String getJdbcUrl() {
        return url;
    }

    @Override
    public String getUsername() {
        return login.user();
    }

    @Override
    public String getPassword() {
        return login.password();
    }
}
