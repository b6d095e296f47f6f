package support.behalf;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import support.licence.Licensee;
import support.people.Viewer;

/**
 * A company for which a partner files tickets. Two partners may name the same company: each has its own consent, and
 * neither learns of the other.
 *
 * @param partner the partner's organisation
 * @param company as the partner wrote it
 * @param contact the mail address that is asked; one at a domain that ends in {@value #NOWHERE} once it was forgotten
 * @param organisation whose consent it is; null until it was given for the first time
 * @param said what was said last, as it is kept
 * @param since when it was said; of a question, when it was asked last
 */
public record EndCustomer(
        long id,
        long partner,
        String company,
        String contact,
        @Nullable Long organisation,
        Consent said,
        Instant since) {
    /** The end of all domains that never exist (RFC 2606). */
    static final String NOWHERE = ".invalid";

    /** So long a question waits for its answer. */
    public static final Duration ANSWERED_WITHIN = Duration.ofDays(14);
    /** So long a no stands before the partner may ask again. */
    public static final Duration A_NO_STANDS = Duration.ofDays(30);

    /** How it stands at an instant. */
    public Consent consent(Instant now) {
        return said == Consent.ASKED && !since.plus(ANSWERED_WITHIN).isAfter(now) ? Consent.EXPIRED : said;
    }

    /** Whether the address was forgotten, since nobody agreed or the person is erased: there is nobody to ask any more. */
    public boolean isForgotten() {
        return contact.endsWith(NOWHERE);
    }

    /** Whether the partner may file for it: not against a no, nor where nobody can be asked. */
    public boolean letsFile() {
        return letsWrite() && (isGiven() || !isForgotten());
    }

    /** Whether the partner may write on what it has filed: not against a no. */
    public boolean letsWrite() {
        return said == Consent.ASKED || said == Consent.GIVEN;
    }

    /** Whether the partner may ask, again or anew. */
    public boolean letsAsk(Instant now) {
        return !isForgotten() && mayAsk(now);
    }

    private boolean mayAsk(Instant now) {
        return switch (said) {
            case ASKED -> true;
            case GIVEN -> false;
            case REFUSED, REVOKED, EXPIRED -> !since.plus(A_NO_STANDS).isAfter(now);
        };
    }

    /** Whether somebody who manages the end customer can agree at this moment; a no can be thought over. */
    public boolean letsAgree(Instant now) {
        return switch (consent(now)) {
            case ASKED, REFUSED, REVOKED -> true;
            case GIVEN, EXPIRED -> false;
        };
    }

    public boolean isAsked(Instant now) {
        return consent(now) == Consent.ASKED;
    }

    public boolean isGiven() {
        return said == Consent.GIVEN;
    }

    public boolean isOf(Viewer partner) {
        return Objects.equals(partner.organisation(), this.partner);
    }

    /** Whose licences count for what the partner files: nobody's are known before the end customer has agreed. */
    public Licensee licensee() {
        return isGiven() ? new Licensee(contact, organisation) : Licensee.UNKNOWN;
    }

    /** The same after something was said. */
    public EndCustomer with(Consent next, @Nullable Long whose, Instant at) {
        return new EndCustomer(id, partner, company, contact, whose, next, at);
    }
}
