package support.access.app;

/** Single sign-on did not let somebody in. */
public final class SignOnRefused extends RuntimeException {
    /** What the person is told; why it was exactly stands in the audit log alone. */
    public enum Why {
        /** The provider cannot be reached. */
        AWAY,
        /** The person, or the provider, broke it off. */
        BROKEN_OFF,
        /** What came back is not what was asked for. */
        FAILED,
        /** It belongs to no account, and none may be made for it. */
        UNKNOWN,
        /** It belongs to somebody else's account. */
        TAKEN,
        /** The person was to sign in there again, and did not. */
        STALE,
        TOO_OFTEN;

        /** Whether it tells nothing of who tried, so that nobody has to look at it. */
        public boolean nobodysFault() {
            return this == AWAY || this == BROKEN_OFF;
        }
    }

    private static final long serialVersionUID = 1L;
    private final Why why;

    /** @param message for the audit log; it holds no secret */
    public SignOnRefused(Why why, String message) {
        super(message);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
