package support.bulk.app;

import java.time.Instant;
import java.util.Objects;
import org.springframework.stereotype.Component;
import support.bulk.Deed;
import support.people.Viewer;
import support.people.persistence.People;
import support.sla.Terms;
import support.ticket.Ticket;
import support.ticket.persistence.TicketTags;

/** Does a deed to one ticket, by the verbs by which its own page does it. */
@Component
class Deeds {
    private final TicketTags tags;
    private final People people;
    private final MacroUse macros;

    Deeds(TicketTags tags, People people, MacroUse macros) {
        this.tags = tags;
        this.people = people;
        this.macros = macros;
    }

    /** Nothing would change. */
    boolean isDone(Deed deed, Ticket ticket) {
        return switch (deed) {
            case Deed.Assign assign ->
                Objects.equals(assign.to(), ticket.state().assignee());
            case Deed.AddTag added -> tags.has(ticket.number(), added.tag());
            case Deed.RemoveTag removed -> !tags.has(ticket.number(), removed.tag());
            case Deed.SetStatus set -> ticket.state().status() == set.to();
            case Deed.UseMacro used -> false;
        };
    }

    /** @throws support.ticket.Refusal when a rule of the ticket's life forbids it */
    void go(Deed deed, Ticket ticket, Viewer by, Instant now, Terms held) {
        switch (deed) {
            case Deed.Assign assign -> ticket.assign(assign.to(), people::answers, by, now);
            case Deed.AddTag added -> ticket.tag(added.tag(), by, now);
            case Deed.RemoveTag removed -> ticket.untag(removed.tag(), by, now);
            case Deed.SetStatus set -> ticket.moveTo(set.to(), by, now, held);
            case Deed.UseMacro used -> macros.go(used, ticket, by, now, held);
        }
    }
}
