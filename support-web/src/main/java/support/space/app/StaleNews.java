package support.space.app;

/** Somebody else has changed the news since the page was shown. */
public final class StaleNews extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
