package support.sla;

/** What a customer comes with. */
public enum RequestType {
    SUPPORT_REQUEST,
    BUG_REPORT,
    /** Carries no promise. */
    IDEA
}
