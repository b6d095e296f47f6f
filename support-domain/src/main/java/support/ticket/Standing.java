package support.ticket;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import support.coverage.Verdict;

/**
 * How a ticket stands to free support by now, and what was offered for money. Whether a step is allowed is the ticket's
 * to say; each one answers with what happened.
 */
final class Standing {
    private Coverage coverage;
    private @Nullable Quotation quotation;

    Standing(Coverage coverage, @Nullable Quotation quotation) {
        this.coverage = coverage;
        this.quotation = quotation;
    }

    Coverage coverage() {
        return coverage;
    }

    /** The newest offer; null when none was made. */
    @Nullable
    Quotation quotation() {
        return quotation;
    }

    /** Whether the desk owes anything by a time. */
    boolean isPromised() {
        return coverage.admission().isPromised();
    }

    boolean isDeclined() {
        return coverage.admission() == Coverage.Admission.DECLINED;
    }

    /** Whether the customer can still say yes or no to the offer of this number. */
    boolean offers(int number) {
        return coverage.admission() == Coverage.Admission.QUOTED && quotation != null && quotation.number() == number;
    }

    boolean standsOn(LocalDate day) {
        return quotation != null && quotation.standsOn(day);
    }

    TicketEvent.What check(Verdict.Kind verdict) {
        coverage = coverage.checked(verdict);
        return new TicketEvent.CoverageChecked(coverage);
    }

    TicketEvent.What accept(String reason) {
        return become(Coverage.Admission.ACCEPTED, new TicketEvent.CoverageAccepted(reason));
    }

    TicketEvent.What decline() {
        return become(Coverage.Admission.DECLINED, new TicketEvent.CoverageDeclined());
    }

    /** A newer offer takes the place of the one before. */
    TicketEvent.What quote(Quotation offered) {
        Quotation next = offered.numbered(quotation == null ? 1 : quotation.number() + 1);
        quotation = next;
        return become(Coverage.Admission.QUOTED, new TicketEvent.Quoted(next));
    }

    TicketEvent.What order() {
        return become(Coverage.Admission.ORDERED, new TicketEvent.QuotationAccepted(Objects.requireNonNull(quotation)));
    }

    TicketEvent.What declineOffer(String reason) {
        int number = Objects.requireNonNull(quotation).number();
        return become(Coverage.Admission.DECLINED, new TicketEvent.QuotationDeclined(number, reason));
    }

    private TicketEvent.What become(Coverage.Admission next, TicketEvent.What happened) {
        coverage = coverage.with(next);
        return happened;
    }
}
