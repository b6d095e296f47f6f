package support.mail;

import java.time.Instant;
import java.util.UUID;
import support.ticket.TicketNumber;

/**
 * A letter as it is sent; it never changes once it is written.
 *
 * @param id also names the letter to mail servers (Message-ID), so that one sent twice is shown once
 * @param recipient the mail address
 */
public record Letter(
        UUID id,
        Kind kind,
        TicketNumber ticket,
        String recipient,
        String recipientName,
        String subject,
        String text,
        String html,
        Instant writtenAt) {

    /** What a letter tells. */
    public enum Kind {
        ACKNOWLEDGEMENT,
        PUBLIC_REPLY,
        DUE_CHANGED,
        WARNING,
        MISSED
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
