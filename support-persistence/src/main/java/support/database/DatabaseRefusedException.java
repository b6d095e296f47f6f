package support.database;

/** The desk does not start with this database; the message is one sentence for the person who starts it. */
public final class DatabaseRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    DatabaseRefusedException(String message) {
        super(message);
    }

    DatabaseRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
