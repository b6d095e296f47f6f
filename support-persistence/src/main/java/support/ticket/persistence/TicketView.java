package support.ticket.persistence;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import support.behalf.EndCustomer;
import support.people.Role;
import support.sla.Promise;
import support.ticket.TicketEvent;
import support.ticket.TicketFacts;
import support.ticket.TicketNumber;
import support.ticket.TicketState;

/**
 * A ticket with everything its page shows to one viewer. What the viewer may not see, internal notes before all, is not
 * in it.
 *
 * @param assignee null when nobody has taken it
 * @param endCustomer for whom a partner has filed it; null where none has
 * @param tags the words by which the desk finds it; none for customers
 */
public record TicketView(
        TicketFacts facts,
        TicketState state,
        String app,
        String requester,
        String organisation,
        @Nullable String assignee,
        List<Entry> conversation,
        List<Event> history,
        List<Participant> participants,
        @Nullable EndCustomer endCustomer,
        List<String> tags) {

    /**
     * @param author 0 for an automation
     * @param name of the author, who may be an automation
     * @param role of the author, now
     * @param from the ticket on which it was written, where it was merged into this one; null for all others
     */
    public record Entry(
            long id,
            long author,
            String name,
            Role role,
            boolean internal,
            String text,
            Instant writtenAt,
            List<File> files,
            @Nullable TicketNumber from) {}

    /** @param size in bytes */
    public record File(UUID id, String name, long size) {}

    /**
     * @param actor the name of the person who did it; null when the desk itself did
     * @param person the name of the person whom it is about, where it is about one
     * @param version of the ticket that came of it; 0 where that was not kept
     */
    public record Event(
            TicketEvent event,
            @Nullable String actor,
            @Nullable String person,
            int version) {}

    /** @param organisation null for customers: they learn of no organisation by a ticket but its own */
    public record Participant(
            long id, String name, @Nullable String organisation) {}

    /** The history without names. */
    public List<TicketEvent> events() {
        return history.stream().map(Event::event).toList();
    }

    /** What has happened since somebody read a version of it. */
    public List<Event> since(int seen) {
        return history.stream().filter(event -> event.version > seen).toList();
    }

    /** All that was promised, in the order in which it was. */
    public List<Promise> promises() {
        return state.promises();
    }
}
