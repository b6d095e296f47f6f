package support.training.app;

/** Somebody else has changed the course or the session since the page was shown. */
public final class StaleTraining extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
