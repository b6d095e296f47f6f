package support.access;

/** Something a person shows to prove who they are. */
public enum Factor {
    PASSWORD(Kind.FIRST),
    /** A link that was sent to the person's mail address. */
    LINK(Kind.FIRST),
    SINGLE_SIGN_ON(Kind.FIRST),
    /** A code of an app that knows a shared secret (RFC 6238). */
    CODE(Kind.SECOND),
    RECOVERY_CODE(Kind.SECOND),
    /** The single sign-on says that it has seen more than one factor. */
    SINGLE_SIGN_ON_STRONG(Kind.SECOND),
    /** Held by a device that has checked who uses it: both at once. */
    PASSKEY(Kind.BOTH);

    private enum Kind {
        FIRST,
        SECOND,
        BOTH
    }

    private final Kind kind;

    Factor(Kind kind) {
        this.kind = kind;
    }

    boolean isFirst() {
        return kind != Kind.SECOND;
    }

    boolean isSecond() {
        return kind != Kind.FIRST;
    }
}
