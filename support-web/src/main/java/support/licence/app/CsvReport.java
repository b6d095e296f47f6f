package support.licence.app;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import support.licence.BadLine;

/** A licence report with a line for each licence; the first line names the columns. */
final class CsvReport {
    private final LicenceReport.Reader reader;
    private List<String> names = List.of();
    private long last = 1;
    private boolean lastFits = true;

    CsvReport(LicenceReport.Reader reader) {
        this.reader = reader;
    }

    /**
     * Reads to the end of the file, or to where nobody can tell any more what is a line.
     *
     * @param firstLine by which the separator is told
     */
    void read(Reader text, String firstLine) throws IOException {
        try (CsvReader<CsvRecord> lines = lines(text, firstLine)) {
            lines.forEach(this::take);
            if (!lastFits) {
                reader.bad(last, new BadLine(BadLine.Problem.UNREADABLE, ""));
            }
        } catch (CsvParseException unreadable) {
            reader.bad(last + 1, new BadLine(BadLine.Problem.UNREADABLE, ""));
        }
    }

    private static CsvReader<CsvRecord> lines(Reader text, String firstLine) {
        return CsvReader.builder()
                .fieldSeparator(count(firstLine, ';') > count(firstLine, ',') ? ';' : ',')
                .skipEmptyLines(true)
                .allowUnclosedQuote(false)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text);
    }

    private static long count(String text, char one) {
        return text.chars().filter(other -> other == one).count();
    }

    private void take(CsvRecord line) {
        last = line.getStartingLineNumber();
        if (names.isEmpty()) {
            names = line.getFields();
            return;
        }
        lastFits = line.getFieldCount() == names.size();
        if (lastFits) {
            reader.line(last, columns(line));
        } else {
            reader.bad(last, new BadLine(BadLine.Problem.COLUMNS, line.getFieldCount() + " / " + names.size()));
        }
    }

    private Map<String, String> columns(CsvRecord line) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            columns.putIfAbsent(LicenceReport.storable(names.get(i)), LicenceReport.storable(line.getField(i)));
        }
        return columns;
    }
}
