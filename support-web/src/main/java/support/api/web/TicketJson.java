package support.api.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import support.sla.Lane;
import support.sla.RequestType;
import support.sla.Severity;
import support.ticket.Status;
import support.ticket.persistence.TicketView;

/**
 * A ticket with its conversation.
 *
 * @param assignee for people of the desk only
 */
record TicketJson(
        String number,
        RequestType type,
        @Nullable Severity severity,
        Lane lane,
        Status status,
        String summary,
        String app,
        String appVersion,
        String platform,
        String requester,
        String organisation,
        @Nullable String assignee,
        Instant raisedAt,
        @Nullable Instant firstResponseAt,
        List<Message> conversation) {

    /**
     * @param desk written by the desk
     * @param text Markdown
     */
    record Message(String author, boolean desk, boolean internal, String text, Instant writtenAt) {
        static Message of(TicketView.Entry entry) {
            return new Message(entry.name(), entry.role().staff(), entry.internal(), entry.text(), entry.writtenAt());
        }
    }

    /** @param notes whether internal notes are shown, of those that the view holds */
    static TicketJson of(TicketView ticket, boolean staff, boolean notes) {
        return new TicketJson(
                ticket.facts().number().toString(),
                ticket.facts().type(),
                ticket.state().severity(),
                ticket.state().lane(),
                ticket.state().status(),
                ticket.facts().summary(),
                ticket.app(),
                ticket.facts().appVersion(),
                ticket.facts().platform(),
                ticket.requester(),
                ticket.organisation(),
                staff ? ticket.assignee() : null,
                ticket.facts().raisedAt(),
                ticket.state().firstResponseAt(),
                ticket.conversation().stream()
                        .filter(entry -> notes || !entry.internal())
                        .map(Message::of)
                        .toList());
    }
}
