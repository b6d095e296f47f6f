package support.access;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What an API token is good for: never more than its owner may do. */
public enum Scope {
    TICKETS_READ("tickets:read"),
    TICKETS_WRITE("tickets:write"),
    /** Internal notes; for people of the desk only. */
    NOTES_READ("notes:read");

    private final String text;

    Scope(String text) {
        this.text = text;
    }

    /** The name that the API uses. */
    public String text() {
        return text;
    }

    public static Optional<Scope> of(String text) {
        return Arrays.stream(values()).filter(scope -> scope.text.equals(text)).findFirst();
    }

    /** Those that a person can give to a token. */
    public static List<Scope> offeredTo(boolean staff) {
        return Arrays.stream(values())
                .filter(scope -> staff || scope != NOTES_READ)
                .toList();
    }
}
