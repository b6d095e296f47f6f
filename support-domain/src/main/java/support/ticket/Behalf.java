package support.ticket;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import support.behalf.Consent;
import support.behalf.EndCustomer;
import support.people.Viewer;

/**
 * For whom a partner's person has filed a ticket, and how that stands at this moment.
 *
 * @param endCustomer its number
 * @param company as the partner wrote it
 * @param consent what was said last
 * @param customer the end customer's organisation; null until it has agreed for the first time
 */
public record Behalf(
        long endCustomer,
        String company,
        Sharing sharing,
        Consent consent,
        @Nullable Long customer) {

    public static Behalf of(EndCustomer customer, Sharing sharing) {
        return new Behalf(customer.id(), customer.company(), sharing, customer.said(), customer.organisation());
    }

    /** Whether the person is of the end customer, and the ticket is shared with it. */
    public boolean isFor(Viewer viewer) {
        return customer != null
                && sharing == Sharing.PARTNER_AND_CUSTOMER
                && Objects.equals(viewer.organisation(), customer);
    }

    /** A no ends what the partner does for the end customer. */
    boolean letsWrite() {
        return consent != Consent.REFUSED && consent != Consent.REVOKED;
    }

    Behalf shared() {
        return new Behalf(endCustomer, company, Sharing.PARTNER_AND_CUSTOMER, consent, customer);
    }
}
