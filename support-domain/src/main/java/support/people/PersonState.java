package support.people;

/** Whether a person can sign in, and if not, why. */
public enum PersonState {
    ACTIVE,
    /** Has registered, and waits for somebody to say that they belong to the organisation. */
    AWAITING_APPROVAL,
    DEACTIVATED,
    /** Nothing is left but a number that what they did refers to. */
    ERASED
}
