package support.ticket.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;
import support.ticket.TicketEvent;
import support.ticket.TicketNumber;

/** An event as it lies in the table {@code ticket_event}; written once, the database refuses to rewrite it. */
@Entity
@Table(name = "ticket_event")
@SuppressWarnings({"NullAway.Init", "unused"}) // Hibernate reads and fills the fields
class EventRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "ticket_number")
    private long ticket;

    @Column(name = "happened_at")
    private Instant at;

    @Column(name = "actor_id")
    private @Nullable Long actor;

    private String kind;

    @Column(columnDefinition = "jsonb")
    @ColumnTransformer(write = "?::jsonb")
    private String data;

    private @Nullable Integer version;
    private @Nullable String automation;

    /** For Hibernate. */
    protected EventRow() {}

    EventRow(TicketNumber ticket, TicketEvent event, int version, EventJson json) {
        this.ticket = ticket.value();
        at = event.at();
        actor = event.actor();
        kind = EventJson.kind(event.what());
        data = json.write(event.what());
        this.version = version;
        automation = event.automation();
    }
}
