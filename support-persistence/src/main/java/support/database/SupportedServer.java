package support.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The versions of PostgreSQL that the desk is tested with. */
final class SupportedServer {
    private static final Logger LOG = LoggerFactory.getLogger(SupportedServer.class);
    private static final int OLDEST = 15;
    private static final int NEWEST = 18;

    private SupportedServer() {}

    /** @throws DatabaseRefusedException when the server does not answer or is too old or too new */
    static void check(DataSource database) {
        try (Connection connection = database.getConnection()) {
            checkVersion(connection.getMetaData().getDatabaseMajorVersion());
            warnUnlessDurable(connection);
        } catch (SQLException e) {
            throw new DatabaseRefusedException("The database does not let the desk in: " + e.getMessage(), e);
        }
    }

    static void checkVersion(int version) {
        if (version < OLDEST || version > NEWEST) {
            throw new DatabaseRefusedException("The database is PostgreSQL " + version
                    + ": the desk runs on PostgreSQL " + OLDEST + " to " + NEWEST + ".");
        }
    }

    /** A server that was given to the desk is somebody else's to set up: say what is at stake, and go on. */
    private static void warnUnlessDurable(Connection connection) throws SQLException {
        List<String> lax = new ArrayList<>();
        for (String name : Settings.DURABLE) {
            if (Settings.show(connection, name).equals("off")) {
                lax.add(name);
            }
        }
        if (!lax.isEmpty()) {
            LOG.warn("PostgreSQL runs with {} off: a crash of its machine can lose tickets", lax);
        }
    }
}
