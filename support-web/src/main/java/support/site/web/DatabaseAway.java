package support.site.web;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;

/** Tells a database that cannot be reached from every other failure. */
final class DatabaseAway {
    /** Classes of SQLSTATE: connection exception, insufficient resources, operator intervention (shutdown, starting up). */
    private static final List<String> STATES = List.of("08", "53", "57");

    /** The server is there and has ended one statement that took too long. */
    private static final String STATEMENT_TIMEOUT = "57014";

    private DatabaseAway() {}

    static boolean isReasonFor(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException || (cause instanceof SQLException sql && says(sql))) {
                return true;
            }
        }
        return false;
    }

    /** The words of the driver or the server, in one line. */
    static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).lines().findFirst().orElse("");
    }

    private static boolean says(SQLException failure) {
        String state = failure.getSQLState();
        if (state == null) {
            return isOfPool(failure);
        }
        return !state.equals(STATEMENT_TIMEOUT) && STATES.stream().anyMatch(state::startsWith);
    }

    /** The pool has thrown the connection away in the middle of a request; the rollback is the first to notice. */
    private static boolean isOfPool(SQLException failure) {
        return "Connection is closed".equals(failure.getMessage());
    }
}
