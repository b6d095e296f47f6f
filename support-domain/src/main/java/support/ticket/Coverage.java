package support.ticket;

import org.jspecify.annotations.Nullable;
import support.coverage.Verdict;

/**
 * How a ticket stands to the vendor's free support.
 *
 * @param verdict what the rules said last; null for an idea, and for what was raised before they were
 */
public record Coverage(Verdict.@Nullable Kind verdict, Admission admission) {
    /** What nobody judges. */
    public static final Coverage UNJUDGED = new Coverage(null, Admission.FREE);

    public enum Admission {
        /** Covered, or it could not be checked. */
        FREE,
        /** Not covered; the customer thinks otherwise, and somebody of the desk will say. */
        DISPUTED,
        /** Not covered; the customer asks what help would cost. */
        PAID,
        /** Somebody of the desk has taken it though the rules did not. */
        ACCEPTED,
        /** Somebody of the desk has said that it is not covered. */
        DECLINED,
        /** Somebody of the desk has made an offer, and the customer will say. */
        QUOTED,
        /** The customer has accepted a quotation. */
        ORDERED;

        /** Whether the desk owes anything by a time. */
        public boolean isPromised() {
            return this == FREE || this == ACCEPTED || this == ORDERED;
        }

        /** Somebody of the desk has to say what becomes of it. */
        public boolean isUndecided() {
            return this == DISPUTED || this == PAID;
        }
    }

    /** What the rules say now: what they cover by now needs nobody's decision any more. */
    Coverage checked(Verdict.Kind now) {
        boolean settled = admission == Admission.DISPUTED && now != Verdict.Kind.NOT_COVERED;
        return new Coverage(now, settled ? Admission.FREE : admission);
    }

    /** Of something else that the same customer asks about the same app: what was bought, or refused, is not that. */
    Coverage ofPart() {
        boolean stands = admission == Admission.FREE || admission == Admission.ACCEPTED;
        return stands ? this : with(Admission.DISPUTED);
    }

    Coverage with(Admission next) {
        return new Coverage(verdict, next);
    }
}
