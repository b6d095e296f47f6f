package support.automation;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import support.people.Viewer;
import support.sla.Terms;
import support.ticket.Refusal;
import support.ticket.Status;
import support.ticket.Tag;
import support.ticket.Ticket;
import support.ticket.Words;

/**
 * What an automation does to a ticket. It never writes to a customer: only a person's answer is one (docs/sla.md, rule 7).
 *
 * @param whose who has the ticket then
 * @param assignee the one, where it is one by name
 * @param next the status of the ticket then; null: as it was
 * @param note for the desk, in Markdown; empty for none
 * @param mail who is told by mail
 */
public record Deeds(
        Whose whose,
        @Nullable Long assignee,
        List<Tag> adds,
        List<Tag> removes,
        @Nullable Status next,
        String note,
        Mail mail) {
    public static final int LONGEST_NOTE = 5_000;
    public static final int MOST_TAGS = 10;

    public enum Whose {
        STAYS,
        NOBODY,
        PERSON
    }

    public enum Mail {
        NONE,
        /** Whose ticket it is; the leads, where it is nobody's. */
        ASSIGNEE,
        LEADS
    }

    public Deeds {
        adds = List.copyOf(adds);
        removes = List.copyOf(removes);
    }

    public boolean isNothing() {
        return whose == Whose.STAYS
                && adds.isEmpty()
                && removes.isEmpty()
                && next == null
                && note.isEmpty()
                && mail == Mail.NONE;
    }

    /**
     * Does them; what is so already stays so, and what the ticket refuses does not keep the others from being done.
     *
     * @param has the tags that the ticket has
     * @param answers tells whether a person answers customers at this moment
     * @param by who answers for it
     * @return what was refused, and why
     */
    public Set<Refusal.Reason> apply(
            Ticket ticket, Set<Tag> has, LongPredicate answers, Viewer by, Instant at, Terms terms) {
        Set<Refusal.Reason> refused = EnumSet.noneOf(Refusal.Reason.class);
        if (whose == Whose.PERSON && assignee == null) { // the one has gone
            refused.add(Refusal.Reason.ANSWERS_NOBODY);
        } else if (whose != Whose.STAYS) {
            attempt(() -> ticket.assign(whose == Whose.NOBODY ? null : assignee, answers, by, at), refused);
        }
        adds.stream().filter(tag -> !has.contains(tag)).forEach(tag -> ticket.tag(tag, by, at));
        removes.stream().filter(has::contains).forEach(tag -> ticket.untag(tag, by, at));
        if (next != null && next != ticket.state().status()) {
            attempt(() -> ticket.moveTo(next, by, at, terms), refused);
        }
        if (!note.isEmpty()) {
            ticket.note(by, new Words(note, UUID.randomUUID()), at);
        }
        return refused;
    }

    private static void attempt(Runnable verb, Set<Refusal.Reason> refused) {
        try {
            verb.run();
        } catch (Refusal refusal) {
            refused.add(refusal.reason());
        }
    }
}
