package support.api.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import support.sla.Lane;
import support.sla.Promise;
import support.sla.RequestType;
import support.sla.Severity;
import support.ticket.Status;
import support.ticket.persistence.TicketLine;

/** One page of a list of tickets. */
record TicketsJson(List<Line> tickets) {
    /**
     * @param dueAt when what is owed next is due, or the first response was; null for an idea
     * @param verdict what became of that promise; null for an idea
     */
    record Line(
            String number,
            RequestType type,
            @Nullable Severity severity,
            Lane lane,
            Status status,
            String summary,
            String app,
            String requester,
            String organisation,
            Instant raisedAt,
            @Nullable Instant dueAt,
            Promise.@Nullable Verdict verdict) {
        static Line of(TicketLine line) {
            return new Line(
                    line.number().toString(),
                    line.type(),
                    line.severity(),
                    line.lane(),
                    line.status(),
                    line.summary(),
                    line.app(),
                    line.requester(),
                    line.organisation(),
                    line.raisedAt(),
                    line.dueAt(),
                    line.verdict());
        }
    }

    static TicketsJson of(List<TicketLine> lines) {
        return new TicketsJson(lines.stream().map(Line::of).toList());
    }
}
