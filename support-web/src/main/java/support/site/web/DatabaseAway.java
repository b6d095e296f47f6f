package support.site.web;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;

/** Tells a database that cannot be reached from every other failure. */
final class DatabaseAway {
    /** Classes of SQLSTATE: connection exception, insufficient resources, operator intervention (shutdown, starting up). */
    private static final List<String> STATES = List.of("08", "53", "57");

    private DatabaseAway() {}

    static boolean isReasonFor(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException || (cause instanceof SQLException sql && says(sql))) {
                return true;
            }
        }
        return false;
    }

    private static boolean says(SQLException failure) {
        String state = failure.getSQLState();
        return state == null ? isOfPool(failure) : STATES.stream().anyMatch(state::startsWith);
    }

    /** The pool has thrown the connection away in the middle of a request; the rollback is the first to notice. */
    private static boolean isOfPool(SQLException failure) {
        return "Connection is closed".equals(failure.getMessage());
    }
}
