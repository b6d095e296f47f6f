package support.audit.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import support.audit.persistence.AuditFilter;
import support.audit.persistence.AuditTrail;
import support.site.web.Cells;

/**
 * Entries as CSV, oldest first. They are read some at a time, so that neither memory nor a connection to the database is
 * held by a slow reader.
 */
final class AuditCsv {
    private static final int STRIDE = 1000;

    private final AuditTrail trail;
    private final AuditFilter filter;

    AuditCsv(AuditTrail trail, AuditFilter filter) {
        this.trail = trail;
        this.filter = filter;
    }

    void writeTo(Writer out) throws IOException {
        CsvWriter csv = CsvWriter.builder().build(out);
        csv.writeRecord(AuditTrail.COLUMNS);
        Long last = null;
        for (var rows = trail.oldest(filter, last, STRIDE);
                !rows.isEmpty();
                rows = trail.oldest(filter, last, STRIDE)) {
            for (AuditTrail.Exported row : rows) {
                csv.writeRecord(guarded(row.cells()));
            }
            last = rows.getLast().id();
        }
        csv.flush();
    }

    private static List<String> guarded(List<String> cells) {
        return cells.stream().map(Cells::guarded).toList();
    }
}
