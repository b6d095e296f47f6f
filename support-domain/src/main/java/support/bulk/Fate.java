package support.bulk;

import support.ticket.Refusal;

/** What became of one of several tickets; but for {@link #DONE} and {@link #UNDONE} it was left as it was. */
public enum Fate {
    /** Its turn has not come yet. */
    WAITING,
    DONE,
    UNDONE,
    /** It was so already. */
    ALREADY,
    /** Somebody has changed it after the page was made, or after what is to be taken back. */
    CHANGED,
    /** It goes on in another ticket. */
    MERGED,
    /** There is none, or none for this person. */
    NOT_FOUND,
    /** The macro was changed or removed after somebody read it. */
    MACRO_GONE,
    /** With what the ticket says put in, the answer is too long. */
    TOO_LONG,
    CLOSED,
    ANSWER_OWED,
    NO_SUCH_STEP,
    ANSWERS_NOBODY,
    /** Another rule of the ticket's life forbids it. */
    REFUSED;

    public static Fate of(Refusal.Reason reason) {
        return switch (reason) {
            case CLOSED -> CLOSED;
            case ANSWER_OWED -> ANSWER_OWED;
            case NO_SUCH_STEP -> NO_SUCH_STEP;
            case ANSWERS_NOBODY -> ANSWERS_NOBODY;
            default -> REFUSED;
        };
    }

    /** The ticket is as it was before. */
    public boolean isLeft() {
        return this != DONE && this != UNDONE;
    }
}
