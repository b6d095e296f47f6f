package support.mail.app;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a letter says, before it is set as text and as HTML.
 *
 * @param lines paragraphs; the first says what to know or do
 * @param receipt the reason for a due time, line by line
 * @param quote what somebody wrote, as Markdown; null when nothing is quoted
 * @param action the words on the one button
 */
record LetterText(
        String title,
        List<String> lines,
        List<Reason> receipt,
        @Nullable String quote,
        String action) {
    /** One line of a receipt. */
    record Reason(String when, String counted) {}
}
