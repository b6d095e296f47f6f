package support.people;

/** What a person is to the desk. */
public enum Role {
    CUSTOMER,
    /** Reads everything that the desk reads, and writes internal notes only. */
    LIGHT_AGENT,
    AGENT,
    LEAD,
    ADMIN;

    /** Belongs to the desk: everybody but customers. */
    public boolean staff() {
        return this != CUSTOMER;
    }

    /** Answers customers and works on tickets. */
    public boolean answers() {
        return staff() && this != LIGHT_AGENT;
    }

    /** Sees how promises are kept. */
    public boolean leads() {
        return this == LEAD || this == ADMIN;
    }
}
