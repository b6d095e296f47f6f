package support.promotion.app;

/** Somebody else has changed the campaign since the page was shown. */
public final class StaleCampaign extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
