package support.licence.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import support.licence.BadLine;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A licence report as a file: CSV with commas or semicolons, or JSON, an array or an object with one under {@code licenses};
 * UTF-8, with or without a byte order mark. Read line by line, whatever its size.
 */
final class LicenceReport {
    /** Hears of each line, in the order of the file. */
    interface Reader {
        /** @param columns by their names in the file */
        void line(long number, Map<String, String> columns);

        void bad(long number, BadLine why);
    }

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LOOK_AHEAD = 8192;

    private final Reader reader;

    LicenceReport(Reader reader) {
        this.reader = reader;
    }

    void read(InputStream in) {
        try (BufferedReader text = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            String start = start(text);
            if (start.startsWith("[") || start.startsWith("{")) {
                readJson(text);
            } else {
                new CsvReport(reader).read(text, start.lines().findFirst().orElse(""));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The beginning, without a byte order mark and blanks; what comes next is the first character of it. */
    private static String start(BufferedReader text) throws IOException {
        text.mark(1);
        int first = text.read();
        while (first == '\uFEFF' || Character.isWhitespace(first)) {
            text.mark(1);
            first = text.read();
        }
        text.reset();
        text.mark(LOOK_AHEAD);
        char[] ahead = new char[LOOK_AHEAD];
        int length = Math.max(0, text.read(ahead, 0, LOOK_AHEAD));
        text.reset();
        return new String(ahead, 0, length);
    }

    private void readJson(java.io.Reader text) {
        long number = 0;
        try (JsonParser parser = JSON.createParser(text)) {
            if (!toTheArray(parser)) {
                reader.bad(1, new BadLine(BadLine.Problem.UNREADABLE, ""));
                return;
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                number++;
                Map<String, String> columns = new LinkedHashMap<>();
                flatten("", parser.readValueAsTree(), columns);
                reader.line(number, columns);
            }
        } catch (JacksonException unreadable) {
            reader.bad(number + 1, new BadLine(BadLine.Problem.UNREADABLE, ""));
        }
    }

    private static boolean toTheArray(JsonParser parser) {
        if (parser.nextToken() == JsonToken.START_ARRAY) {
            return true;
        }
        while (parser.nextToken() != null) {
            if (parser.currentToken() == JsonToken.PROPERTY_NAME
                    && parser.currentName().equals("licenses")) {
                return parser.nextToken() == JsonToken.START_ARRAY;
            }
            parser.skipChildren();
        }
        return false;
    }

    /**
     * One licence in JSON.
     *
     * @throws JacksonException when it is no JSON
     */
    static Map<String, String> columns(String json) {
        Map<String, String> columns = new LinkedHashMap<>();
        flatten("", JSON.readTree(json), columns);
        return columns;
    }

    /** {@code contactDetails.company}; what is no text is kept as it is written. */
    private static void flatten(String path, JsonNode node, Map<String, String> columns) {
        if (node.isObject()) {
            node.properties()
                    .forEach(part -> flatten(
                            path.isEmpty() ? part.getKey() : path + "." + part.getKey(), part.getValue(), columns));
        } else if (!node.isNull()) {
            columns.put(storable(path), storable(node.isString() ? node.stringValue() : node.toString()));
        }
    }

    /** Without what no database keeps: NUL, and halves of characters, which JSON can write. */
    static String storable(String text) {
        String whole = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        return whole.replace("\0", "");
    }
}
