package support.ticket.app;

/** Somebody changed the ticket after the page that this was sent from was made; nothing has been done. */
public final class StaleTicket extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int seen;

    StaleTicket(int seen) {
        this.seen = seen;
    }

    /** The version that was on the page; negative where the form named none. */
    public int seen() {
        return seen;
    }
}
