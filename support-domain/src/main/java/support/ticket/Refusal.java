package support.ticket;

/** A rule of the ticket's life forbids what was asked; nothing has changed. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why; the words for it are the web module's. */
    public enum Reason {
        /** A closed ticket takes no more replies: a new one can be raised. */
        CLOSED,
        /** The customer still waits for the first answer, so the desk cannot finish the ticket without one. */
        ANSWER_OWED,
        /** The life cycle has no step from the present status to the one that was asked for. */
        NO_SUCH_STEP,
        /** An idea has no severity. */
        NO_SEVERITY,
        /** People who were only asked to the ticket write on it; what becomes of it others say. */
        NOT_YOURS,
        /** Somebody who sees the ticket anyway, or does not belong there. */
        NO_PARTICIPANT,
        /** The person to whom the ticket was to be given does not answer customers. */
        ANSWERS_NOBODY,
        /** Somebody else has it by now. */
        TAKEN,
        /** A ticket is joined with another one, not with itself. */
        MERGE_ITSELF,
        /** What is promised on the one would be promised on what is not covered. */
        MERGE_COVERAGE,
        /** The tickets are of different organisations or end customers: neither may read what the other wrote. */
        MERGE_OTHERS,
        /** What is promised goes by the type of the request. */
        MERGE_TYPE,
        /** Nothing goes on in a ticket that is done. */
        MERGE_DONE,
        /** Somebody of another organisation is on one of the tickets, and would read the other. */
        MERGE_OUTSIDERS,
        /** The customer has not answered to an offer yet. */
        MERGE_QUOTED,
        /** Two people raised them, who will read each other's words: nobody has said that this is right. */
        MERGE_UNSURE,
        /** Nothing was chosen that could become a ticket of its own. */
        SPLIT_NOTHING,
        /** Something was chosen that does not stand on this ticket, or does so no more. */
        SPLIT_ELSEWHERE,
        /** A ticket keeps the request with which it began. */
        SPLIT_FIRST,
        /** A ticket begins with what a customer asks. */
        SPLIT_BEGINNING,
        /** Only a promise that was kept or missed can be found to have been judged wrongly. */
        NOT_JUDGED,
        /** On an idea, and with what ends a ticket, no news are promised. */
        NO_NEWS,
        /** Whether it is covered has been decided, or was never in question. */
        NOT_IN_QUESTION,
        /** The end customer has said no to the partner, whose people act for it no more. */
        NO_CONSENT,
        /** It is shared already, or not theirs to share. */
        NOT_TO_SHARE,
        /** It has no place in the queue. */
        SNOOZE_DONE,
        /** What is promised needs a look now. */
        SNOOZE_PRESSES,
        /** The time to come back has come already. */
        SNOOZE_PAST,
        /** The offer has ended, or a newer one has taken its place. */
        OFFER_GONE
    }

    private final Reason reason;
    private final Status present;

    Refusal(Reason reason, Status present) {
        super(reason + " in status " + present);
        this.reason = reason;
        this.present = present;
    }

    public Reason reason() {
        return reason;
    }

    /** The status that the ticket has. */
    public Status present() {
        return present;
    }
}
