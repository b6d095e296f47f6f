package support.access.app;

/** What a passkey says is not believed; the message is a word for those who read the audit trail. */
class RefusedPasskey extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RefusedPasskey(String why) {
        super(why);
    }

    /** The libraries say no by many kinds of exceptions, whose names tell why. */
    static String why(RuntimeException refusal) {
        return refusal instanceof RefusedPasskey
                ? String.valueOf(refusal.getMessage())
                : refusal.getClass().getSimpleName();
    }
}
