package support.ticket.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import support.people.Viewer;
import support.site.web.Cells;
import support.ticket.persistence.TicketFilter;
import support.ticket.persistence.TicketLine;
import support.ticket.persistence.TicketLists;

/** A partner's tickets as CSV, the newest first, times in UTC. They are read some at a time. */
final class LaneCsv {
    private static final int STRIDE = 500;
    private static final List<String> COLUMNS = List.of(
            "number",
            "type",
            "severity",
            "status",
            "summary",
            "app",
            "end customer",
            "raised by",
            "raised at",
            "promise",
            "due at",
            "verdict");

    private final TicketLists tickets;
    private final TicketFilter filter;
    private final Viewer viewer;

    LaneCsv(TicketLists tickets, TicketFilter filter, Viewer viewer) {
        this.tickets = tickets;
        this.filter = filter;
        this.viewer = viewer;
    }

    void writeTo(Writer out) throws IOException {
        CsvWriter csv = CsvWriter.builder().build(out);
        csv.writeRecord(COLUMNS);
        Long last = null;
        for (var lines = tickets.newest(viewer, filter, last, STRIDE);
                !lines.isEmpty();
                lines = tickets.newest(viewer, filter, last, STRIDE)) {
            for (TicketLine line : lines) {
                csv.writeRecord(cells(line));
            }
            last = lines.getLast().number().value();
        }
        csv.flush();
    }

    private static List<String> cells(TicketLine line) {
        return Stream.of(
                        line.number(),
                        line.type(),
                        line.severity(),
                        line.status(),
                        line.summary(),
                        line.app(),
                        line.endCustomer(),
                        line.requester(),
                        line.raisedAt(),
                        line.promise() == null ? null : line.promise().metric(),
                        line.dueAt(),
                        line.verdict())
                .map(cell -> Cells.guarded(Objects.toString(cell, "")))
                .toList();
    }
}
