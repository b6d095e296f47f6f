package support.bulk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import support.people.Viewer;
import support.sla.Terms;
import support.ticket.Status;
import support.ticket.Tag;
import support.ticket.Ticket;
import support.ticket.TicketEvent;
import support.ticket.TicketState;
import support.ticket.Turn;

/**
 * What a deed has left on one ticket, as far as it can be taken back. An answer cannot, and the status that it gave stays
 * with it.
 *
 * @param version of the ticket after it
 * @param handed whose it was before; null when it stayed whose it was
 * @param moved where it stood before; null when it stayed there
 */
public record Trace(
        int version,
        @Nullable Handed handed,
        List<Tag> tagged,
        List<Tag> untagged,
        @Nullable Moved moved,
        boolean answered) {

    /** @param from null for nobody */
    public record Handed(@Nullable Long from) {}

    public record Moved(Turn from, Status to) {}

    public Trace {
        tagged = List.copyOf(tagged);
        untagged = List.copyOf(untagged);
    }

    /**
     * @param before the ticket was changed
     * @param ticket with what has happened to it since
     */
    public static Trace of(TicketState before, Ticket ticket) {
        List<Tag> tagged = new ArrayList<>();
        List<Tag> untagged = new ArrayList<>();
        Handed handed = null;
        Moved moved = null;
        boolean answered = false;
        for (TicketEvent event : ticket.events()) {
            switch (event.what()) {
                case TicketEvent.Tagged tag -> tagged.add(new Tag(tag.tag()));
                case TicketEvent.Untagged tag -> untagged.add(new Tag(tag.tag()));
                case TicketEvent.Assigned assigned -> handed = new Handed(assigned.from());
                case TicketEvent.StatusChanged changed -> moved = new Moved(Turn.of(before), changed.to());
                case TicketEvent.DeskReplied replied -> answered = true;
                default -> {}
            }
        }
        return new Trace(ticket.state().version(), handed, tagged, untagged, answered ? null : moved, answered);
    }

    /** Nothing of it can be taken back. */
    public boolean isEmpty() {
        return handed == null && tagged.isEmpty() && untagged.isEmpty() && moved == null;
    }

    /** Whether nothing has happened to the ticket since. */
    public boolean isFresh(TicketState state) {
        return state.version() == version && (moved == null || moved.to() == state.status());
    }

    /**
     * Makes the ticket what it was.
     *
     * @param answers tells whether a person answers customers at this moment
     * @throws support.ticket.Refusal when the one whose it was does not any more
     */
    public void takeBack(Ticket ticket, LongPredicate answers, Viewer by, Instant at, Terms terms) {
        tagged.forEach(tag -> ticket.untag(tag, by, at));
        untagged.forEach(tag -> ticket.tag(tag, by, at));
        if (handed != null) {
            ticket.assign(handed.from(), answers, by, at);
        }
        if (moved != null) {
            ticket.setBack(moved.from(), by, at, terms);
        }
    }
}
