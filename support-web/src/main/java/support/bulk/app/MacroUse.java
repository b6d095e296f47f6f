package support.bulk.app;

import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import support.bulk.Deed;
import support.bulk.Fate;
import support.bulk.Fit;
import support.macro.Macro;
import support.macro.app.Preparing;
import support.macro.persistence.Macros;
import support.people.Viewer;
import support.people.persistence.People;
import support.sla.RequestType;
import support.sla.Terms;
import support.ticket.Status;
import support.ticket.Ticket;
import support.ticket.Words;
import support.ticket.persistence.TicketTags;

/** Uses a macro on a ticket: with a text it is an answer, else it moves the ticket; what goes along with it follows. */
@Component
class MacroUse {
    private final Macros macros;
    private final Texts texts;
    private final TicketTags tags;
    private final People people;

    MacroUse(Macros macros, Texts texts, TicketTags tags, People people) {
        this.macros = macros;
        this.texts = texts;
        this.tags = tags;
        this.people = people;
    }

    /** @throws LeftAsItWas where it does not fit, or is not there any more as it was read */
    void go(Deed.UseMacro deed, Ticket ticket, Viewer by, Instant now, Terms held) {
        Macros.Line line = macros.find(deed.macro(), by)
                .filter(one -> one.macro().version() == deed.version())
                .orElseThrow(() -> new LeftAsItWas(Fate.MACRO_GONE));
        Macro macro = line.macro();
        RequestType type = ticket.facts().type();
        Status present = ticket.state().status();
        Fit.hindrance(macro, type, present).ifPresent(fate -> {
            throw new LeftAsItWas(fate);
        });
        if (!macro.text().isBlank()) {
            ticket.answer(by, words(macro, ticket, by), Fit.next(macro, type, present), null, now, held);
        } else if (macro.next() != null && macro.next() != present) {
            ticket.moveTo(macro.next(), by, now, held);
        }
        ticket.bring(Preparing.of(line, by).extras(), tags.of(ticket.number()), people::answers, by, now);
    }

    private Words words(Macro macro, Ticket ticket, Viewer by) {
        String text = texts.fill(macro, ticket.number(), by);
        if (text.length() > Words.LONGEST) {
            throw new LeftAsItWas(Fate.TOO_LONG);
        }
        return new Words(text, UUID.randomUUID()); // that it is sent once the line of the ticket sees to
    }
}
