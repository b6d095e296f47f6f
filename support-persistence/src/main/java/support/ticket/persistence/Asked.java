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

    /**
     * Whether what was set aside is left out: where the queue is gone through. Who asks for words looks for something that they
     * know, and finds it wherever it is.
     */
    public boolean leavesOutSnoozed() {
        return isOfOpen()
                && query.terms().stream()
                        .noneMatch(term -> term instanceof Query.Words
                                || term instanceof Query.Is is && is.key().equals("snoozed"));
    }

    Conditions conditions(Viewer viewer) {
        Conditions conditions = new Conditions(viewer);
        QueryConditions terms = added(conditions, viewer, Meanings.NONE);
        open(conditions);
        if (leavesOutSnoozed()) {
            conditions.add(terms.snoozed(false));
        }
        return conditions;
    }

    /** The same, of what was set aside. */
    Conditions ofSnoozed(Viewer viewer) {
        Conditions conditions = new Conditions(viewer);
        conditions.add(added(conditions, viewer, Meanings.NONE).snoozed(true));
        open(conditions);
        return conditions;
    }

    /** Whether or not they are open, or set aside. */
    Conditions ofAll(Viewer viewer, Meanings meanings) {
        Conditions conditions = new Conditions(viewer);
        added(conditions, viewer, meanings);
        return conditions;
    }

    private void open(Conditions conditions) {
        if (isOfOpen()) {
            conditions.open();
        }
    }

    private QueryConditions added(Conditions conditions, Viewer viewer, Meanings meanings) {
        QueryConditions terms = new QueryConditions(conditions, viewer, moments, meanings);
        query.terms().forEach(terms::add);
        return terms;
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
