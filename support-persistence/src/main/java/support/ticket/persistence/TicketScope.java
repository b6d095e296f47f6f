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

    private static final String OURS = "t.organisation_id = :viewerOrganisation";
    private static final String OWN = OURS + " and t.requester_id = :viewer";
    /** An array, so that PostgreSQL can look the tickets up by their numbers beside those of the organisation. */
    private static final String ASKED_TO =
            "t.number = any (array(select x.ticket_number from ticket_participant x where x.person_id = :viewer))";

    static TicketScope of(Viewer viewer) {
        if (viewer.staff()) {
            return new TicketScope("true", Map.of());
        }
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("viewerOrganisation", viewer.organisation());
        parameters.put("viewer", viewer.id());
        return new TicketScope(
                "(" + (viewer.seesColleaguesTickets() ? OURS : OWN) + " or " + ASKED_TO + ")", parameters);
    }
}
