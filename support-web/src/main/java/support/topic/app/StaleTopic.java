package support.topic.app;

/** Somebody else has changed the topic since the page was shown. */
public final class StaleTopic extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
