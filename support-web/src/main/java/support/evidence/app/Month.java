package support.evidence.app;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import support.sla.Promise;
import support.ticket.persistence.Histories;

/** Which promises belong to a month: those that began to run, fell due or were decided in it, by the desk's zone. */
record Month(Instant from, Instant to) {
    static Month of(YearMonth month, ZoneId zone) {
        return new Month(
                month.atDay(1).atStartOfDay(zone).toInstant(),
                month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant());
    }

    /** The same, asked of the database. */
    Histories.Span span() {
        return new Histories.Span(from, to);
    }

    boolean holds(Promise promise) {
        Instant decided = promise.decidedAt();
        return holds(promise.startedAt()) || holds(promise.dueAt()) || decided != null && holds(decided);
    }

    private boolean holds(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }
}
