package support.ticket.app;

import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import support.ticket.Ticket;
import support.ticket.TicketEvent;
import support.ticket.TicketNumber;

/** Does to a ticket what an automation says; its name stands with each thing that happens. */
@Component
public class Automating {
    private final TicketKeeping keeping;

    Automating(TicketKeeping keeping) {
        this.keeping = keeping;
    }

    /** @return what has happened; nothing when all was so already, or there is no such ticket */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<TicketEvent> act(TicketNumber number, String automation, Consumer<Ticket> verbs) {
        return keeping.find(number)
                .map(ticket -> {
                    ticket.isInHandsOf(automation);
                    verbs.accept(ticket);
                    keeping.keep(ticket);
                    return ticket.events();
                })
                .orElseGet(List::of);
    }
}
