package support.ticket.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import support.sla.Lane;
import support.sla.Metric;
import support.sla.Policy;
import support.sla.Promise;
import support.sla.RequestType;
import support.sla.Severity;

/** A promise as it lies in the table {@code promise}. */
@Entity
@Table(name = "promise")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class PromiseRow {
    @Embeddable
    record Key(
            @Column(name = "ticket_number") long ticket,
            @Enumerated(EnumType.STRING) Metric metric,
            int ordinal) implements Serializable {}

    @EmbeddedId
    private Key key;

    @Enumerated(EnumType.STRING)
    private Severity severity;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "counted_from")
    private Instant countedFrom;

    @Column(name = "target_seconds")
    private long targetSeconds;

    @Column(name = "due_at")
    private Instant dueAt;

    @Column(name = "warn_at")
    private Instant warnAt;

    @Column(name = "lane_at")
    private Instant laneAt;

    @Enumerated(EnumType.STRING)
    private Lane lane;

    @Column(name = "warned_at")
    private @Nullable Instant warnedAt;

    private Instant[] pauses;

    @Enumerated(EnumType.STRING)
    private Promise.Verdict verdict;

    @Column(name = "decided_at")
    private @Nullable Instant decidedAt;

    @Column(name = "settled_at")
    private @Nullable Instant settledAt;

    @Column(name = "policy_version")
    private int policyVersion;

    @Column(name = "calendar_version")
    private int calendarVersion;

    /** For Hibernate. */
    protected PromiseRow() {}

    PromiseRow(Key key, Promise promise) {
        this.key = key;
        take(promise);
    }

    final void take(Promise promise) {
        severity = promise.severity();
        startedAt = promise.startedAt();
        countedFrom = promise.countedFrom();
        targetSeconds = promise.target().toSeconds();
        dueAt = promise.dueAt();
        warnAt = promise.warnAt();
        laneAt = promise.laneAt();
        lane = promise.promised().lane();
        warnedAt = promise.warnedAt();
        pauses = PauseColumn.of(promise.pauses());
        verdict = promise.verdict();
        decidedAt = promise.decidedAt();
        settledAt = promise.settledAt();
        policyVersion = promise.policyVersion();
        calendarVersion = promise.calendarVersion();
    }

    /** The type stands on the ticket, and never changes. */
    Promise toPromise(RequestType type) {
        return new Promise(
                new Policy.Case(key.metric(), type, severity, lane),
                startedAt,
                countedFrom,
                Duration.ofSeconds(targetSeconds),
                dueAt,
                warnAt,
                laneAt,
                warnedAt,
                PauseColumn.pauses(pauses),
                verdict,
                decidedAt,
                settledAt,
                policyVersion,
                calendarVersion);
    }
}
