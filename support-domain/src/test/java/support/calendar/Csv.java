package support.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rows of a CSV file with a header (RFC 4180), by column name. */
final class Csv {
    /** A cell, quoted or not, and what ends it; a quoted one may hold commas, doubled quotes and line breaks. */
    private static final Pattern CELL = Pattern.compile("(?:\"((?:[^\"]|\"\")*+)\"|([^,\r\n]*+))(,|\r?\n|\\z)");

    private Csv() {}

    static List<Map<String, String>> rows(String file) {
        try (InputStream in = Csv.class.getResourceAsStream("/vectors/" + file)) {
            String text = new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
            List<List<String>> lines = lines(text);
            List<String> header = lines.getFirst();
            return lines.stream().skip(1).map(line -> row(header, line)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<List<String>> lines(String text) {
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        Matcher cell = CELL.matcher(text);
        int at = 0;
        do {
            if (!cell.find(at) || cell.start() != at) {
                throw new IllegalArgumentException("no cell begins at character " + at);
            }
            at = cell.end();
            line.add(cell.group(1) != null ? cell.group(1).replace("\"\"", "\"") : cell.group(2));
            if (!cell.group(3).equals(",")) {
                lines.add(line);
                line = new ArrayList<>();
            }
        } while (!cell.group(3).isEmpty());
        lines.removeIf(cells -> cells.equals(List.of("")));
        return lines;
    }

    private static Map<String, String> row(List<String> header, List<String> cells) {
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            row.put(header.get(i), cells.get(i));
        }
        return row;
    }
}
