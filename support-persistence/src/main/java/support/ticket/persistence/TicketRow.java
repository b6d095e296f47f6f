package support.ticket.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import support.behalf.EndCustomer;
import support.coverage.Verdict;
import support.sla.Lane;
import support.sla.RequestType;
import support.sla.Severity;
import support.ticket.Behalf;
import support.ticket.Coverage;
import support.ticket.QueuePlace;
import support.ticket.Sharing;
import support.ticket.Status;
import support.ticket.Ticket;
import support.ticket.TicketFacts;
import support.ticket.TicketNumber;
import support.ticket.TicketState;

/** A ticket as it lies in the table {@code ticket}. */
@Entity
@Table(name = "ticket")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class TicketRow {
    @Id
    private long number;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private RequestType type;

    @Enumerated(EnumType.STRING)
    private Lane lane;

    @Column(updatable = false)
    private String summary;

    @Column(name = "app_id", updatable = false)
    private long app;

    @Column(name = "app_version", updatable = false)
    private String appVersion;

    @Column(updatable = false)
    private String platform;

    @Column(name = "requester_id", updatable = false)
    private long requester;

    @Column(name = "organisation_id", updatable = false)
    private long organisation;

    @Column(name = "raised_at", updatable = false)
    private Instant raisedAt;

    @Column(updatable = false)
    private UUID nonce;

    @Column(name = "shown_due_at", updatable = false)
    private @Nullable Instant shownDueAt;

    @Enumerated(EnumType.STRING)
    private Status status;

    @Enumerated(EnumType.STRING)
    private @Nullable Severity severity;

    @Column(name = "assignee_id")
    private @Nullable Long assignee;

    @Column(name = "first_response_at")
    private @Nullable Instant firstResponseAt;

    @Column(name = "answer_awaited")
    private boolean answerAwaited;

    @Column(name = "turn_since")
    private Instant turnSince;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "queue_band")
    private @Nullable Short queueBand;

    @Column(name = "queue_at")
    private @Nullable Instant queueAt;

    private int version;

    @Enumerated(EnumType.STRING)
    private Verdict.@Nullable Kind coverage;

    @Enumerated(EnumType.STRING)
    private Coverage.Admission admission;

    @Embedded
    private @Nullable QuotationColumns quotation;

    @Column(name = "end_customer_id", updatable = false)
    private @Nullable Long endCustomer;

    @Enumerated(EnumType.STRING)
    private @Nullable Sharing sharing;

    @Column(name = "snoozed_until")
    private @Nullable Instant snoozedUntil;

    /** For Hibernate. */
    protected TicketRow() {}

    TicketRow(Ticket ticket) {
        TicketFacts facts = ticket.facts();
        number = facts.number().value();
        type = facts.type();
        summary = facts.summary();
        app = facts.app();
        appVersion = facts.appVersion();
        platform = facts.platform();
        requester = facts.requester();
        organisation = facts.organisation();
        raisedAt = facts.raisedAt();
        nonce = facts.nonce();
        shownDueAt = facts.shownDueAt();
        take(ticket);
    }

    /** Takes over what the ticket's verbs change. */
    void take(Ticket ticket) {
        TicketState state = ticket.state();
        status = state.status();
        lane = state.lane();
        severity = state.severity();
        assignee = state.assignee();
        firstResponseAt = state.firstResponseAt();
        answerAwaited = state.answerAwaited();
        turnSince = state.turnSince();
        changedAt = state.changedAt();
        version = state.version();
        coverage = state.coverage().verdict();
        admission = state.coverage().admission();
        endCustomer = state.behalf() == null ? null : state.behalf().endCustomer();
        sharing = state.behalf() == null ? null : state.behalf().sharing();
        snoozedUntil = state.snoozedUntil();
        quotation = state.quotation() == null ? null : new QuotationColumns(state.quotation());
        queueBand = ticket.place().map(place -> (short) place.band().ordinal()).orElse(null);
        queueAt = ticket.place().map(QueuePlace::at).orElse(null);
    }

    /** How it stands with the end customer for whom a partner has filed it; null where none has. */
    @Nullable
    Behalf behalf(LongFunction<Optional<EndCustomer>> endCustomers) {
        if (endCustomer == null) {
            return null;
        }
        return Behalf.of(endCustomers.apply(endCustomer).orElseThrow(), Objects.requireNonNull(sharing));
    }

    Ticket toTicket(List<PromiseRow> promises, Set<Long> participants, @Nullable Behalf behalf) {
        return Ticket.restore(
                new TicketFacts(
                        new TicketNumber(number),
                        type,
                        summary,
                        app,
                        appVersion,
                        platform,
                        requester,
                        organisation,
                        raisedAt,
                        nonce,
                        shownDueAt),
                new TicketState(
                        status,
                        lane,
                        severity,
                        assignee,
                        promises.stream().map(row -> row.toPromise(type)).toList(),
                        firstResponseAt,
                        answerAwaited,
                        turnSince,
                        changedAt,
                        version,
                        participants,
                        new Coverage(coverage, admission),
                        quotation == null ? null : quotation.read(),
                        behalf,
                        snoozedUntil));
    }
}
