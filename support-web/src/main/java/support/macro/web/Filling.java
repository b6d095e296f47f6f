package support.macro.web;

import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import support.macro.Macro;
import support.macro.Variable;
import support.people.Viewer;
import support.site.web.Times;
import support.sla.Promise;
import support.ticket.persistence.TicketView;

/** Puts into a macro's text what it leaves open. */
@Component
public class Filling {
    /** What would begin a link, a code or an emphasis, were it not a name. */
    private static final Pattern MARKDOWN = Pattern.compile("[\\\\`*_\\[\\]<>]");

    private final Times times;
    private final MessageSource messages;

    Filling(Times times, MessageSource messages) {
        this.times = times;
        this.messages = messages;
    }

    /** Values for one ticket; names and subjects are text, whatever they look like as Markdown. */
    public Map<Variable, String> values(TicketView ticket, Viewer by) {
        return Map.of(
                Variable.CUSTOMER_NAME, plain(ticket.requester()),
                Variable.CUSTOMER_ORGANISATION, plain(ticket.organisation()),
                Variable.TICKET_NUMBER, ticket.facts().number().toString(),
                Variable.TICKET_SUBJECT, plain(ticket.facts().summary()),
                Variable.TICKET_APP, plain(ticket.app()),
                Variable.DUE, due(ticket),
                Variable.AGENT_NAME, plain(by.name()));
    }

    public String text(Macro macro, Map<Variable, String> values) {
        return Variable.fill(macro.text(), values);
    }

    private String due(TicketView ticket) {
        return ticket.state()
                .owed()
                .map(Promise::dueAt)
                .map(times::desk)
                .orElseGet(() -> messages.getMessage("macro.due.none", null, LocaleContextHolder.getLocale()));
    }

    private static String plain(String text) {
        return MARKDOWN.matcher(text).replaceAll("\\\\$0");
    }
}
