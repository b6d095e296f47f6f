package support.publishing.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import support.publishing.persistence.Rehearsals;
import support.publishing.persistence.RehearsedChanges;

/** The promises that a rehearsal has found to differ; instants in UTC, since programs read it. */
record RehearsalCsv(RehearsedChanges changes) {
    private static final List<String> COLUMNS = List.of(
            "ticket",
            "promise",
            "level",
            "lane",
            "difference",
            "due_was",
            "due_would_be",
            "verdict_was",
            "verdict_would_be");

    void write(Optional<Rehearsals.Run> run, Writer out) throws IOException {
        CsvWriter csv = CsvWriter.builder().build(out);
        csv.writeRecord(COLUMNS);
        run.ifPresent(one -> changes.forEach(one.id(), change -> csv.writeRecord(cells(change))));
        csv.flush();
    }

    private static List<String> cells(RehearsedChanges.Change change) {
        return List.of(
                change.ticket().toString(),
                change.metric().name(),
                change.severity().name(),
                change.lane().name(),
                change.difference().name(),
                text(change.dueWas()),
                text(change.dueWould()),
                text(change.verdictWas()),
                text(change.verdictWould()));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
