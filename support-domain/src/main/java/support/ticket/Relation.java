package support.ticket;

/** How one ticket stands to another, as somebody of the desk says. */
public enum Relation {
    /** Both are about something that belongs together. */
    RELATED,
    /** It says what the other ticket, the original, says already. */
    DUPLICATE_OF,
    /** The other side of that: the other ticket says it a second time. */
    ORIGINAL_OF;

    /** As the other ticket sees it. */
    public Relation other() {
        return switch (this) {
            case RELATED -> RELATED;
            case DUPLICATE_OF -> ORIGINAL_OF;
            case ORIGINAL_OF -> DUPLICATE_OF;
        };
    }
}
