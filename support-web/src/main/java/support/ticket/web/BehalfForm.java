package support.ticket.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import support.ticket.Sharing;

/**
 * The part of the form in which a partner's person says for whom they ask: anything in it may be missing or absurd.
 *
 * @param customer the number of an end customer; 0 for one that is named here; null for their own organisation
 */
record BehalfForm(
        @Nullable Long customer,
        @Nullable String company,
        @Nullable String contact,
        @Nullable Sharing sharing) {
    static final BehalfForm EMPTY = new BehalfForm(null, null, null, null);

    boolean isWanted() {
        return customer != null;
    }

    boolean namesOne() {
        return customer != null && customer == 0;
    }

    String companyText() {
        return Objects.requireNonNullElse(company, "");
    }

    String contactText() {
        return Objects.requireNonNullElse(contact, "");
    }

    /** The end customer reads along unless it is said otherwise. */
    public Sharing sharingOr() {
        return sharing == null ? Sharing.PARTNER_AND_CUSTOMER : sharing;
    }
}
