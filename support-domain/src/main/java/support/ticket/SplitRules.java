package support.ticket;

import java.util.List;

/** Which part of a conversation can become a ticket of its own (docs/sla.md, rule 15). */
final class SplitRules {
    private final Status status;
    private final List<Said> all;

    /** @param all what was said, oldest first */
    SplitRules(Status status, List<Said> all) {
        this.status = status;
        this.all = all;
    }

    /**
     * What moves, oldest first.
     *
     * @throws Refusal where it may not
     */
    List<Said> moved(Part part) {
        refuseUnless(status != Status.CLOSED, Refusal.Reason.CLOSED);
        refuseUnless(!part.messages().isEmpty(), Refusal.Reason.SPLIT_NOTHING);
        List<Said> moved =
                all.stream().filter(said -> part.messages().contains(said.id())).toList();
        refuseUnless(moved.size() == part.messages().size(), Refusal.Reason.SPLIT_ELSEWHERE);
        refuseUnless(!moved.getFirst().equals(all.getFirst()), Refusal.Reason.SPLIT_FIRST);
        refuseUnless(moved.getFirst().isOfCustomer(), Refusal.Reason.SPLIT_BEGINNING);
        return moved;
    }

    /** Nothing is left on which the customer waits for an answer: it has all moved. */
    boolean leavesNothingToAnswer(List<Said> moved) {
        int answered = 0;
        for (int i = 0; i < all.size(); i++) {
            answered = all.get(i).isAnswer() ? i : answered;
        }
        return all.stream().skip(answered).filter(Said::isOfCustomer).allMatch(moved::contains);
    }

    private void refuseUnless(boolean allowed, Refusal.Reason reason) {
        if (!allowed) {
            throw new Refusal(reason, status);
        }
    }
}
