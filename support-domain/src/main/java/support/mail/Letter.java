package support.mail;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import support.ticket.TicketNumber;

/**
 * A letter as it is sent; it never changes once it is written.
 *
 * @param id also names the letter to mail servers (Message-ID), so that one sent twice is shown once
 * @param ticket null for a letter that belongs to none
 * @param recipient the mail address
 * @param secret a part of text and HTML that lets whoever knows it act as the reader; null when there is none
 */
public record Letter(
        UUID id,
        Kind kind,
        @Nullable TicketNumber ticket,
        String recipient,
        String recipientName,
        String subject,
        String text,
        String html,
        @Nullable String secret,
        Instant writtenAt) {
    private static final String HIDDEN = "\u2026";

    /** The letter as others may read it: without what its reader alone may know. */
    public Letter withoutSecret() {
        return secret == null
                ? this
                : new Letter(
                        id,
                        kind,
                        ticket,
                        recipient,
                        recipientName,
                        subject,
                        text.replace(secret, HIDDEN),
                        html.replace(secret, HIDDEN),
                        null,
                        writtenAt);
    }

    /** What a letter tells. */
    public enum Kind {
        ACKNOWLEDGEMENT,
        PUBLIC_REPLY,
        DUE_CHANGED,
        WARNING,
        MISSED,
        /** About the reader's own account; belongs to no ticket. */
        NOTICE
    }

    /** What became of a letter. */
    public enum State {
        /** It is on its way, or will be tried again. */
        WAITING,
        SENT,
        /** The last attempt failed; it is sent again only when somebody asks for it. */
        FAILED,
        /** It was written while the desk had no mail server. */
        HELD
    }
}
