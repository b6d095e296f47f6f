package support.ticket.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import support.ticket.Message;
import support.ticket.TicketNumber;

/** A message as it lies in the table {@code message}; written once. */
@Entity
@Table(name = "message")
@SuppressWarnings({"NullAway.Init", "unused"}) // Hibernate reads and fills the fields
class MessageRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "ticket_number")
    private long ticket;

    @Column(name = "author_id")
    private long author;

    private boolean internal;
    private String body;

    @Column(name = "written_at")
    private Instant writtenAt;

    private UUID nonce;
    private @Nullable String automation;

    /** For Hibernate. */
    protected MessageRow() {}

    MessageRow(TicketNumber ticket, Message message) {
        this.ticket = ticket.value();
        author = message.author();
        internal = message.internal();
        body = message.words().text();
        writtenAt = message.writtenAt();
        nonce = message.words().nonce();
        automation = message.automation();
    }

    @Nullable
    Long id() {
        return id;
    }
}
