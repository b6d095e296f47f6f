package support.partner.app;

/** Somebody else has changed the partnership since the page was shown. */
public final class StalePartner extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
