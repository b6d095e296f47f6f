package support.coverage;

import support.licence.Licence;

/** What was found out about the licence for an app. */
public sealed interface LicenceAnswer {
    /**
     * @param own whether the desk knows that it is the asker's or their organisation's: of the licence of others nothing
     *     is said but that it is known
     */
    record Found(Licence licence, boolean own) implements LicenceAnswer {}

    /** @param number what was typed; empty when nothing was and no licence of the organisation is known */
    record None(String number) implements LicenceAnswer {}

    /** Nobody could say. */
    record Unchecked(Reason reason) implements LicenceAnswer {}

    enum Reason {
        /** The desk has no licences of this app. */
        NO_DATA,
        /** Whoever was asked did not answer, or not in time. */
        UNAVAILABLE,
        /** So many numbers were asked for that no more are looked up for a while. */
        ASKED_OFTEN,
        /** A partner asks for an end customer that has not agreed yet, and names no number. */
        NOT_AGREED
    }
}
