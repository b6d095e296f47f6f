package support.query;

import java.util.List;

/**
 * Why a text is no query.
 *
 * @param at the place in the text, counted from 1
 * @param found what stands there
 * @param possible what could stand there, the nearest first; empty where that is anything
 */
public record Fault(Kind kind, int at, String found, List<String> possible) {
    public enum Kind {
        TOO_LONG,
        TOO_MANY,
        OPEN_QUOTE,
        UNKNOWN_KEY,
        UNKNOWN_VALUE,
        /** A key stands alone, or quotes hold nothing. */
        NOTHING,
        /** The key cannot be compared. */
        NOT_COMPARED,
        NO_SPAN
    }
}
