package support.database;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** Where a database is and who may enter. */
record KnownConnection(String getJdbcUrl, String getUsername, String getPassword) implements JdbcConnectionDetails {
    @Override
    public String toString() {
        return getUsername + " at " + getJdbcUrl; // never the password
    }
}
