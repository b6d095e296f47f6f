package support.evidence.app;

/** A file of evidence is not what it says; the message says where and why, for those who check it. */
public final class BrokenEvidence extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenEvidence(String why) {
        super(why);
    }

    BrokenEvidence(long line, String why) {
        super("line " + line + ": " + why);
    }
}
