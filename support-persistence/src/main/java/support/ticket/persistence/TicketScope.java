package support.ticket.persistence;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import support.people.Viewer;

/**
 * Which tickets a viewer may see, as a condition on the table {@code ticket t}. Every query on tickets that answers a
 * person carries it: what one may not see is not found. This is the only place that says so.
 */
record TicketScope(String condition, Map<String, @Nullable Object> parameters) {

    static TicketScope of(Viewer viewer) {
        if (viewer.staff()) {
            return new TicketScope("true", Map.of());
        }
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("viewerOrganisation", viewer.organisation());
        if (viewer.sharesTickets() || viewer.activePartner()) {
            return new TicketScope("t.organisation_id = :viewerOrganisation", parameters);
        }
        parameters.put("viewer", viewer.id());
        return new TicketScope("t.organisation_id = :viewerOrganisation and t.requester_id = :viewer", parameters);
    }
}
