package support.ticket.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import support.coverage.Judgement;
import support.coverage.Verdict;
import support.ticket.Coverage;
import support.ticket.Words;

/** What the button that was pressed asks for. */
enum RaiseWish {
    /** To be looked at, and not sent yet. */
    PREVIEW(null),
    SEND(null),
    /** To be sent though it is not covered: the customer thinks that it is. */
    DISPUTE(Coverage.Admission.DISPUTED),
    /** To be sent though it is not covered: the customer would pay. */
    PAID(Coverage.Admission.PAID);

    private final Coverage.@Nullable Admission admission;

    RaiseWish(Coverage.@Nullable Admission admission) {
        this.admission = admission;
    }

    static RaiseWish of(String action) {
        return switch (action) {
            case "send" -> SEND;
            case "dispute" -> DISPUTE;
            case "paid" -> PAID;
            default -> PREVIEW;
        };
    }

    Coverage.@Nullable Admission admission() {
        return admission;
    }

    /** A request that is not covered is sent only by somebody who has read so, and says what they wish. */
    boolean isUndecided(@Nullable Judgement judged) {
        return admission == null && judged != null && judged.verdict().kind() == Verdict.Kind.NOT_COVERED;
    }

    /** What is covered by now needs no wish. */
    Coverage coverage(@Nullable Judgement judged) {
        if (judged == null) {
            return Coverage.UNJUDGED;
        }
        boolean refused = judged.verdict().kind() == Verdict.Kind.NOT_COVERED && admission != null;
        return new Coverage(
                judged.verdict().kind(), refused ? Objects.requireNonNull(admission) : Coverage.Admission.FREE);
    }

    /** The customer's words, and below them why they think that it is covered or what is to be done for money. */
    String description(RaiseForm form, Coverage stands) {
        String words = Objects.requireNonNull(form.description());
        String objection = form.about().objectionText();
        String all = stands.admission().isUndecided() ? words + "\n\n---\n\n" + objection : words;
        return all.length() <= Words.LONGEST ? all : words;
    }
}
