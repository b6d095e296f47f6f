package support.behalf.app;

/** A rule about acting on behalf of others forbids what was asked; nothing has changed. */
public final class RefusedConsent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why; the words for it are the web module's. */
    public enum Reason {
        /** The organisation is no active partner at this moment. */
        NO_PARTNER,
        /** The address belongs to the partner itself, or to the desk. */
        OWN_SIDE,
        /** So many letters are not written. */
        TOO_OFTEN,
        /** The end customer has said no, not long ago; or it has agreed, and need not be asked. */
        NOT_NOW,
        /** What was answered is not in question any more: somebody was faster, or the time is over. */
        NOT_OPEN
    }

    private final Reason reason;

    RefusedConsent(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
