package support.people;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something a person has to be told by letter that belongs to no ticket.
 *
 * @param path where the one button of the letter leads, on the desk; null for none
 * @param secret the part of the path that the reader alone may know; null when there is none
 * @param words what the sentences of the letter are filled with
 */
public record Notice(
        Kind kind,
        String address,
        String name,
        @Nullable String path,
        @Nullable String secret,
        List<String> words) {

    /** What it is about; each has its words in the message bundle. */
    public enum Kind {
        REGISTER,
        /** To somebody who registers and is known already. */
        KNOWN_ALREADY,
        INVITED,
        /** To somebody who is invited and has an account of another organisation, or none that can be used. */
        INVITED_KNOWN,
        NEW_PASSWORD,
        /** To an address that has no account here. */
        NOBODY_HERE,
        SIGN_IN,
        /** To people of the desk, whom a link does not let in. */
        NO_LINK_FOR_DESK,
        CONFIRM_ADDRESS,
        ADDRESS_CHANGED,
        PASSWORD_CHANGED,
        CODE_APP_ADDED,
        CODE_APP_REMOVED,
        RECOVERY_CODES_MADE,
        RECOVERY_CODE_USED,
        PASSKEY_ADDED,
        PASSKEY_REMOVED,
        SINGLE_SIGN_ON_LINKED,
        SINGLE_SIGN_ON_UNLINKED,
        TOKEN_MADE,
        MANY_WRONG_PASSWORDS,
        AWAITS_APPROVAL,
        APPROVED,
        /** To those who may approve. */
        APPROVAL_WANTED,
        NOT_APPROVED,
        DEACTIVATED,
        REACTIVATED,
        ROLE_CHANGED,
        MADE_MANAGER,
        MADE_MEMBER,
        /** An admin took the second factors away from somebody who had lost them. */
        FACTORS_REMOVED,
        ADDED_TO_TICKET,
        /** To whoever raised a ticket that goes on in another one. */
        TICKET_MERGED,
        /** To somebody of the desk, whom a note names. */
        MENTIONED,
        /** To somebody of the desk: a reply of theirs was sent, and has not left. */
        REPLY_CAME_BACK,
        /** To somebody of the desk, by an automation. */
        AUTOMATION,
        TOPIC_WORKAROUND,
        /** To the contact of an end customer for whom a partner has filed a ticket. */
        FILED_FOR_YOU,
        /** To the contact of an end customer, by a partner's person. */
        CONSENT_WANTED,
        /** To those who manage the organisation of the contact, who alone can agree. */
        CONSENT_OPEN,
        /** To the partner's person who asked. */
        CONSENT_GIVEN,
        CONSENT_REFUSED,
        CONSENT_REVOKED,
        TOPIC_FIXED,
        TOPIC_SHIPPED,
        TOPIC_DECLINED,
        /** To the leads; all others about partnerships go to those who manage the organisation. */
        PARTNER_APPLIED,
        PARTNER_APPROVED,
        PARTNER_REFUSED,
        PARTNER_SUSPENDED,
        PARTNER_RESUMED,
        PARTNER_PROLONGED,
        PARTNER_ENDED,
        PARTNER_RAN_OUT,
        /** To a partner: a promo code that it took counts no more. */
        CODE_WITHDRAWN,
        /** To whoever took promo codes: their campaign ends within days. */
        CODES_END,
        /** To those who manage a partner that may still take some. */
        CODES_LEFT,
        /** To the leads. */
        CAMPAIGN_ENDS,
        SEAT_BOOKED,
        ON_WAITING_LIST,
        /** A seat was freed, and theirs was the first wish for one. */
        MOVED_UP,
        SESSION_MOVED,
        SESSION_CANCELLED,
        CERTIFICATE_HAD,
        CERTIFICATE_WITHDRAWN,
        /** To the leads, from November on. */
        CLOSED_DAYS_WANTED
    }

    public static Notice to(Kind kind, String address, String name, String... words) {
        return new Notice(kind, address, name, null, null, List.of(words));
    }

    /** With a button that leads to a page for which one needs no secret. */
    public Notice leadingTo(String path) {
        return new Notice(kind, address, name, path, null, words);
    }

    /** With a link that holds a secret at its end. */
    public Notice withLink(String path, String secret) {
        return new Notice(kind, address, name, path + secret, secret, words);
    }
}
