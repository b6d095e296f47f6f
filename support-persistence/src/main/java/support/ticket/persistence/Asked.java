package support.ticket.persistence;

import java.util.List;
import support.people.Viewer;
import support.query.Query;
import support.ticket.Moments;
import support.ticket.TicketKeys;

/** What the desk asks its queue for at a moment: a query with the keys of {@link TicketKeys}. */
public record Asked(Query query, Moments moments) {
    /** Whether only tickets with a place in the queue are asked for: unless the query says otherwise. */
    public boolean isOfOpen() {
        return query.terms().stream().noneMatch(Asked::asksForDone);
    }

    Conditions conditions(Viewer viewer) {
        Conditions conditions = new Conditions(viewer);
        if (isOfOpen()) {
            conditions.add("t.queue_band is not null");
        }
        QueryConditions terms = new QueryConditions(conditions, viewer, moments, isOfOpen());
        query.terms().forEach(terms::add);
        return conditions;
    }

    private static boolean asksForDone(Query.Term term) {
        return term instanceof Query.Is is
                && switch (is.key()) {
                    case "state" -> !is.values().equals(List.of("open"));
                    case "status" ->
                        !is.excluded()
                                && is.values().stream()
                                        .anyMatch(status ->
                                                TicketKeys.status(status).isDone());
                    case "number" -> !is.excluded();
                    default -> false;
                };
    }
}
