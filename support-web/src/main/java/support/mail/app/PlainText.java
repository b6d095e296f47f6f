package support.mail.app;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** A letter as plain text, readable at 72 columns. */
final class PlainText {
    private static final int WIDTH = 72;

    private PlainText() {}

    static String of(LetterText letter, String name, String desk, @Nullable URI link) {
        StringBuilder text = new StringBuilder();
        if (!name.isEmpty()) {
            text.append(name).append(",\n\n");
        }
        letter.lines().forEach(line -> text.append(wrapped(line)).append("\n\n"));
        if (letter.quote() != null) {
            text.append(letter.quote().strip()).append("\n\n");
        }
        for (LetterText.Reason reason : letter.receipt()) {
            text.append("  ")
                    .append(reason.when())
                    .append("  ")
                    .append(reason.counted())
                    .append('\n');
        }
        if (!letter.receipt().isEmpty()) {
            text.append('\n');
        }
        if (link != null) {
            text.append(letter.action()).append(":\n").append(link).append("\n\n");
        }
        return text.append("-- \n").append(desk).append('\n').toString();
    }

    private static String wrapped(String line) {
        StringBuilder wrapped = new StringBuilder();
        int column = 0;
        for (String word : line.split(" ", -1)) {
            if (column > 0 && column + 1 + word.length() > WIDTH) {
                wrapped.append('\n');
                column = 0;
            } else if (column > 0) {
                wrapped.append(' ');
                column++;
            }
            wrapped.append(word);
            column += word.length();
        }
        return wrapped.toString();
    }
}
