package support.ticket;

/** Who reads a ticket that a partner has filed for an end customer, besides the desk. */
public enum Sharing {
    PARTNER_ONLY,
    PARTNER_AND_CUSTOMER
}
