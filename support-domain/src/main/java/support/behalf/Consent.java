package support.behalf;

/** What an end customer has said to a partner who files for it. */
public enum Consent {
    /** A letter asks for it. */
    ASKED,
    GIVEN,
    REFUSED,
    /** It was given, and is taken back. */
    REVOKED,
    /** Nobody has answered in time; told by the time alone, and never kept. */
    EXPIRED
}
