package support.people;

/** What a person is to the desk. */
public enum Role {
    CUSTOMER,
    AGENT,
    LEAD,
    ADMIN;

    /** Belongs to the desk: everybody but customers. */
    public boolean staff() {
        return this != CUSTOMER;
    }

    /** Sees how promises are kept. */
    public boolean leads() {
        return this == LEAD || this == ADMIN;
    }
}
