package support.organisation.app;

/** A rule about people forbids what was asked; nothing has changed. */
public final class RefusedDeed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why; the words for it are the web module's. */
    public enum Reason {
        /** Nobody could let people in any more, and out. */
        LAST_MANAGER,
        /** Nobody could look after the desk any more. */
        LAST_ADMIN,
        /** Whoever takes away their own access cannot give it back. */
        ONESELF,
        /** Customers do not become people of the desk, nor the other way round: they are invited anew. */
        OTHER_SIDE,
        /** What was asked fits the person's state no more: somebody was faster. */
        OTHER_STATE
    }

    private final Reason reason;

    RefusedDeed(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
