package support.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/** Makes the role of the desk at work: it owns nothing, and what it may do is granted by the migrations. */
final class AppLogin {
    private AppLogin() {}

    /** Also gives a role that is there the password that the desk knows; only its hash goes over the connection. */
    static void provide(Login app, Connection owner) throws SQLException {
        if (!isKnown(app, owner)) {
            try (var creation = owner.createStatement()) {
                creation.execute("create role " + app.user() + " login nosuperuser nocreatedb nocreaterole");
            }
        }
        owner.unwrap(PGConnection.class)
                .alterUserPassword(app.user(), app.password().toCharArray(), "scram-sha-256");
    }

    private static boolean isKnown(Login app, Connection owner) throws SQLException {
        try (var question = owner.prepareStatement("select 1 from pg_roles where rolname = ?")) {
            question.setString(1, app.user());
            try (var answer = question.executeQuery()) {
                return answer.next();
            }
        }
    }
}
