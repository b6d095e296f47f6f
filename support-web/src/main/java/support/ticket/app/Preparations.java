package support.ticket.app;

import java.util.Optional;
import support.people.Viewer;
import support.ticket.Extras;

/** Answers that were prepared beforehand, from wherever they are kept. */
public interface Preparations {
    /**
     * One that a person may use.
     *
     * @param assignee the name of who has the ticket from then on; empty where it stays whose it is
     */
    record Prepared(long id, Extras extras, String assignee) {}

    /** Empty when there is none for this person. */
    Optional<Prepared> find(long id, Viewer by);
}
