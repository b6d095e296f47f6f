package support.ticket;

import java.util.Objects;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
import support.behalf.Consent;

/** Whether one ticket may go on in another (docs/sla.md, rule 14): nobody reads by it what was not for them. */
final class MergeRules {
    private final TicketFacts facts;
    private final TicketState state;
    private final TicketFacts intoFacts;
    private final TicketState into;

    MergeRules(Ticket one, Ticket other) {
        facts = one.facts();
        state = one.state();
        intoFacts = other.facts();
        into = other.state();
    }

    /**
     * @param belongs whether a person is of the customer's organisation
     * @param sure whether somebody has confirmed that two people may read each other's words
     * @throws Refusal where it may not
     */
    void check(LongPredicate belongs, boolean sure) {
        refuseUnless(!facts.number().equals(intoFacts.number()), Refusal.Reason.MERGE_ITSELF);
        refuseUnless(isOfSameCustomer(), Refusal.Reason.MERGE_OTHERS);
        refuseUnless(facts.type() == intoFacts.type(), Refusal.Reason.MERGE_TYPE);
        refuseUnless(!into.status().isDone(), Refusal.Reason.MERGE_DONE);
        Coverage.Admission admission = state.coverage().admission();
        refuseUnless(
                !admission.isPromised() || into.coverage().admission().isPromised(), Refusal.Reason.MERGE_COVERAGE);
        refuseUnless(admission != Coverage.Admission.QUOTED, Refusal.Reason.MERGE_QUOTED);
        refuseUnless(!hasOutsiders(belongs), Refusal.Reason.MERGE_OUTSIDERS);
        refuseUnless(sure || facts.requester() == intoFacts.requester(), Refusal.Reason.MERGE_UNSURE);
    }

    /** Of an end customer that has not agreed, the partner's people read but their own words: such tickets stay apart. */
    private boolean isOfSameCustomer() {
        Behalf behalf = state.behalf();
        boolean agreed = behalf == null || behalf.consent() == Consent.GIVEN;
        return facts.organisation() == intoFacts.organisation() && Objects.equals(behalf, into.behalf()) && agreed;
    }

    /** Of another organisation, on one of the two alone. */
    private boolean hasOutsiders(LongPredicate belongs) {
        Set<Long> here = state.participants();
        Set<Long> there = into.participants();
        return Stream.concat(here.stream(), there.stream())
                .anyMatch(person -> !belongs.test(person) && !(here.contains(person) && there.contains(person)));
    }

    private void refuseUnless(boolean allowed, Refusal.Reason reason) {
        if (!allowed) {
            throw new Refusal(reason, state.status());
        }
    }
}
