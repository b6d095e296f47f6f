package support.organisation.app;

/** There is no such person, organisation or invitation, or none that is this viewer's business: to the viewer the same. */
public final class NotThere extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotThere() {
        super("not there");
    }
}
