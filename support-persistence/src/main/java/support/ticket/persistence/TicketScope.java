package support.ticket.persistence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import support.people.Viewer;

/**
 * Which tickets a viewer may see, as conditions on the table {@code ticket t}. Every query on tickets that answers a
 * person carries it: what one may not see is not found. This is the only place that says so.
 *
 * @param ways the ways in which somebody may see a ticket; no ticket is seen in two of them
 */
record TicketScope(List<String> ways, Map<String, @Nullable Object> parameters) {

    static final TicketScope ALL = new TicketScope(List.of("true"), Map.of());

    private static final String OURS = "t.organisation_id = :viewerOrganisation";
    private static final String OWN = OURS + " and t.requester_id = :viewer";
    /** An array, so that PostgreSQL can look the tickets up by their numbers. */
    private static final String ASKED_TO =
            "t.number = any (array(select x.ticket_number from ticket_participant x where x.person_id = :viewer))";

    static TicketScope of(Viewer viewer) {
        if (viewer.staff()) {
            return ALL;
        }
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("viewerOrganisation", viewer.organisation());
        parameters.put("viewer", viewer.id());
        String theirs = viewer.seesColleaguesTickets() ? OURS : OWN;
        return new TicketScope(List.of(theirs, ASKED_TO + " and not (" + theirs + ")"), parameters);
    }

    /** One of the ways. */
    String condition() {
        return "((" + String.join(") or (", ways) + "))";
    }
}
