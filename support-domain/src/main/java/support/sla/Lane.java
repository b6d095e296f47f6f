package support.sla;

/** The way a ticket takes through the queue. */
public enum Lane {
    STANDARD,
    /** Tickets of the vendor's partners. */
    FAST_LANE
}
