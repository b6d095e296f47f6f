package support.sla;

/** A calendar or a policy that cannot be published as it is; the message says why, for those who wrote it. */
public final class RefusedTerms extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RefusedTerms(String why) {
        super(why);
    }
}
