package support.ticket;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import support.people.Viewer;
import support.sla.RequestType;

/**
 * What never changes on a ticket after it was raised.
 *
 * @param app its number in the catalogue
 * @param requester who raised it
 * @param nonce names the form that was sent
 * @param shownDueAt the due time that stood on the form; null when none did
 */
public record TicketFacts(
        TicketNumber number,
        RequestType type,
        String summary,
        long app,
        String appVersion,
        String platform,
        long requester,
        long organisation,
        Instant raisedAt,
        UUID nonce,
        @Nullable Instant shownDueAt) {

    static TicketFacts of(TicketNumber number, Request request, Viewer by, Instant at) {
        Long organisation = by.organisation();
        if (organisation == null) {
            throw new IllegalArgumentException("only people of an organisation raise tickets");
        }
        return new TicketFacts(
                number,
                request.type(),
                request.summary(),
                request.app(),
                request.appVersion(),
                request.platform(),
                by.id(),
                organisation,
                at,
                request.nonce(),
                request.shownDueAt());
    }

    /** A ticket of its own, that began as a part of this one: of the same people, about the same app. */
    TicketFacts part(TicketNumber other, String about, Instant at) {
        return new TicketFacts(
                other, type, about, app, appVersion, platform, requester, organisation, at, UUID.randomUUID(), null);
    }

    /** Whether a customer sees the ticket for what they are: not because somebody added them to it. */
    public boolean belongsTo(Viewer viewer) {
        return Objects.equals(viewer.organisation(), organisation)
                && (viewer.id() == requester || viewer.seesColleaguesTickets());
    }

    /** Whether the person says who else is on the ticket: who raised it, who manages the organisation, the desk. */
    public boolean letsInvite(Viewer viewer) {
        return viewer.role().answers() || isLedBy(viewer);
    }

    /** Whether the person says what is bought: who raised it, and who manages the organisation. */
    boolean letsDecide(Viewer viewer) {
        return !viewer.staff() && isLedBy(viewer);
    }

    private boolean isLedBy(Viewer viewer) {
        return Objects.equals(viewer.organisation(), organisation) && (viewer.id() == requester || viewer.manages());
    }
}
