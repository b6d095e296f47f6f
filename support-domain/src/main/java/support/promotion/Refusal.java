package support.promotion;

/** Why somebody gets no code; each has its words in the message bundle. */
public enum Refusal {
    /** The partnership is not active at this moment. */
    RESTING,
    /** The campaign is for partners of another kind. */
    OTHER_PARTNERS,
    NOT_YET,
    OVER,
    /** The partner holds as many as it may. */
    QUOTA,
    NONE_LEFT
}
