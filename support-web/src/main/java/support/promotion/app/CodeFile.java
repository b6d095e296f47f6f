package support.promotion.app;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import support.promotion.BadCode;
import support.promotion.PromoCode;

/**
 * A file of codes, one a line: CSV with commas, semicolons or tabs, with or without a first line that names the columns. Where
 * one of them is called "code" that column counts, else the first.
 */
public final class CodeFile {
    /** A line that was left out. */
    public record Problem(long line, BadCode.Problem problem, String found) {}

    /** So many of the lines that were left out are named; all are counted. */
    static final int NAMED = 200;

    private static final String NAME = "(?i)(promo|promotion|coupon)?[ _-]?codes?";

    private final Map<String, Long> codes = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private long leftOut;
    private int column;
    private boolean begun;

    private CodeFile() {}

    /** @param text with or without a byte order mark */
    public static CodeFile read(String text) {
        CodeFile file = new CodeFile();
        String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
        long last = 0;
        try (CsvReader<CsvRecord> lines = lines(content)) {
            for (CsvRecord line : lines) {
                last = line.getStartingLineNumber();
                file.take(line);
            }
        } catch (CsvParseException | java.io.IOException unreadable) {
            file.leaveOut(last + 1, new BadCode(BadCode.Problem.UNREADABLE, ""));
        }
        return file;
    }

    private static CsvReader<CsvRecord> lines(String content) {
        String first = content.lines().findFirst().orElse("");
        char separator = first.indexOf('\t') >= 0 ? '\t' : first.indexOf(';') >= 0 ? ';' : ',';
        return CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .allowUnclosedQuote(false)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(content);
    }

    private void take(CsvRecord line) {
        if (!begun) {
            begun = true;
            column = Math.max(0, named(line));
            if (named(line) >= 0) {
                return;
            }
        }
        try {
            keep(
                    PromoCode.read(column < line.getFieldCount() ? line.getField(column) : ""),
                    line.getStartingLineNumber());
        } catch (BadCode bad) {
            leaveOut(line.getStartingLineNumber(), bad);
        }
    }

    /** Which column is called so; -1 for none. */
    private static int named(CsvRecord line) {
        for (int i = 0; i < line.getFieldCount(); i++) {
            if (line.getField(i).strip().matches(NAME)) {
                return i;
            }
        }
        return -1;
    }

    private void keep(String code, long line) {
        if (codes.putIfAbsent(code, line) != null) {
            throw new BadCode(BadCode.Problem.TWICE, code);
        }
    }

    private void leaveOut(long line, BadCode why) {
        leftOut++;
        if (problems.size() < NAMED) {
            problems.add(new Problem(line, why.problem(), why.found()));
        }
    }

    /** Each with the line on which it stands. */
    Map<String, Long> codes() {
        return codes;
    }

    /** The first of them. */
    List<Problem> problems() {
        return problems;
    }

    /** How many lines. */
    long leftOut() {
        return leftOut;
    }
}
