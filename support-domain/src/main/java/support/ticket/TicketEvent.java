package support.ticket;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import support.behalf.Consent;
import support.calendar.Pause;
import support.sla.Lane;
import support.sla.Metric;
import support.sla.Policy;
import support.sla.Promise;
import support.sla.RequestType;
import support.sla.Severity;
import support.sla.Terms;

/**
 * One thing that happened to a ticket. Events are only ever added; history, letters and reports read them.
 *
 * @param actor the person who did it; null when the desk itself did, by a timer or an automation
 * @param automation the name that the automation had which did it; null when it was none
 */
public record TicketEvent(
        Instant at,
        @Nullable Long actor,
        What what,
        @Nullable String automation) {

    /** Something that no automation did. */
    public TicketEvent(Instant at, @Nullable Long actor, What what) {
        this(at, actor, what, null);
    }

    /** What happened, in the past tense. */
    public sealed interface What {}

    /** It happened to one promise, and to no other of another metric. */
    public interface AboutPromise {
        Metric metric();
    }

    /** An event that was written when nothing else was promised does not name it. */
    private static Metric orFirst(@Nullable Metric metric) {
        return metric == null ? Metric.FIRST_RESPONSE : metric;
    }

    public record Raised(RequestType type, @Nullable Severity severity, Lane lane, Coverage coverage) implements What {
        /** Of what was raised before coverage was judged, the event does not name it. */
        public Raised {
            coverage = Objects.requireNonNullElse(coverage, Coverage.UNJUDGED);
        }
    }

    /** Somebody had the rules look again. */
    public record CoverageChecked(Coverage coverage) implements What {}

    /** Somebody of the desk has taken on what the rules did not cover: it is promised from now on. */
    public record CoverageAccepted(String reason) implements What {
        private static final int LONGEST = 500;

        /** @throws IllegalArgumentException without a reason of 1 to 500 characters */
        public CoverageAccepted {
            if (reason.isBlank() || reason.length() > LONGEST || reason.indexOf('\0') >= 0) {
                throw new IllegalArgumentException("a reason has 1 to " + LONGEST + " characters and no NUL");
            }
        }
    }

    /** Somebody of the desk has offered it for money. */
    public record Quoted(Quotation quotation) implements What {}

    /** The customer has ordered what was offered: it is promised from now on. */
    public record QuotationAccepted(Quotation quotation) implements What {}

    /** @param reason of at most 500 characters; empty where none was given */
    public record QuotationDeclined(int number, String reason) implements What {
        private static final int LONGEST = 500;

        /** @throws IllegalArgumentException when the reason is too long */
        public QuotationDeclined {
            if (reason.length() > LONGEST || reason.indexOf('\0') >= 0) {
                throw new IllegalArgumentException("a reason has at most " + LONGEST + " characters and no NUL");
            }
        }
    }

    /** Somebody of the desk has answered that it is not covered: nothing is promised any more. */
    public record CoverageDeclined() implements What {}

    /** Something was promised: by the policy, or by a person who named the day of the next news. */
    /**
     * @param carried where it was made before; null when it was made here
     */
    public record PromiseMade(
            Metric metric,
            Severity severity,
            Duration target,
            Instant dueAt,
            int policyVersion,
            int calendarVersion,
            @Nullable Carried carried)
            implements What, AboutPromise {
        public PromiseMade {
            metric = orFirst(metric);
        }

        /** One that is made here and now. */
        public PromiseMade(
                Metric metric,
                Severity severity,
                Duration target,
                Instant dueAt,
                int policyVersion,
                int calendarVersion) {
            this(metric, severity, target, dueAt, policyVersion, calendarVersion, null);
        }
    }

    /**
     * What led to the due time of a promise that another ticket carried until it was merged into this one.
     *
     * @param from the number of that ticket
     * @param lane that it was promised in
     */
    public record Carried(
            long from,
            Lane lane,
            Instant startedAt,
            Instant countedFrom,
            List<Pause> pauses,
            @Nullable Instant warnedAt) {
        public Carried {
            pauses = List.copyOf(pauses);
        }

        static Carried of(Promise promise, long from) {
            return new Carried(
                    from,
                    promise.promised().lane(),
                    promise.startedAt(),
                    promise.countedFrom(),
                    promise.pauses(),
                    promise.warnedAt());
        }

        /** The promise as the other ticket carried it, counted anew; empty where the terms promise nothing. */
        Optional<Promise> promise(RequestType type, PromiseMade made, Terms terms) {
            Policy.Case promised = new Policy.Case(made.metric(), type, made.severity(), lane);
            return Promise.carried(promised, startedAt, countedFrom, pauses, warnedAt, made.dueAt(), terms);
        }
    }

    /** The conversation goes on in another ticket, by its number; nothing is owed here any more. */
    public record MergedInto(long into) implements What {}

    /** The conversation of another ticket goes on here. */
    public record MergedFrom(long other) implements What {}

    /**
     * A part of the conversation goes on in a ticket of its own.
     *
     * @param messages what has moved there
     * @param rests nothing is left here on which the customer waits for an answer
     */
    public record SplitInto(long into, List<Long> messages, boolean rests) implements What {
        public SplitInto {
            messages = List.copyOf(messages);
        }
    }

    /** It began as a part of another ticket. */
    public record SplitFrom(long other, int messages) implements What {}

    /** Somebody of the desk says how it stands to another ticket. */
    public record Linked(Relation relation, long other) implements What {}

    public record Unlinked(Relation relation, long other) implements What {}

    /** What this ticket says a second time is done on the other. */
    public record OriginalDone(long original, Status status) implements What {}

    public record CustomerReplied() implements What {}

    public record DeskReplied() implements What {}

    public record NoteWritten() implements What {}

    /** A note names somebody of the desk, who is told. */
    public record Mentioned(long person) implements What {}

    /**
     * @param policyVersion the newest policy then; with {@code calendarVersion} it says by which terms an open promise was
     *     counted again, also where that left the due time as it was
     * @param calendarVersion the newest calendar then
     */
    public record SeverityChanged(Severity from, Severity to, int policyVersion, int calendarVersion) implements What {
        /** An event that was written when there was but one version of each does not name it. */
        public SeverityChanged {
            policyVersion = Math.max(1, policyVersion);
            calendarVersion = Math.max(1, calendarVersion);
        }
    }

    /** The level was changed, and that moved the due time (docs/sla.md, rule 9). */
    public record DueMoved(Metric metric, Instant from, Instant to, int policyVersion, int calendarVersion)
            implements What, AboutPromise {
        /** An event that was written when there was but one version of each does not name it. */
        public DueMoved {
            metric = orFirst(metric);
            policyVersion = Math.max(1, policyVersion);
            calendarVersion = Math.max(1, calendarVersion);
        }
    }

    /** New terms were published, and they moved the due time (docs/sla.md, rule 11). */
    public record PromiseMoved(
            Metric metric, Instant from, Instant to, Duration target, int policyVersion, int calendarVersion)
            implements What, AboutPromise {
        public PromiseMoved {
            metric = orFirst(metric);
        }
    }

    /** The desk waits for the customer, and the time rests (docs/sla.md, rule 8). */
    public record PromisePaused(Metric metric) implements What, AboutPromise {}

    /**
     * The time runs on.
     *
     * @param policyVersion the newest policy then; with {@code calendarVersion} it says by which terms the due time was
     *     counted
     */
    public record PromiseResumed(Metric metric, Instant dueAt, int policyVersion, int calendarVersion)
            implements What, AboutPromise {}

    public record StatusChanged(Status from, Status to) implements What {}

    /** Somebody of the desk has set it aside; it stands in the queue again at that time at the latest. */
    public record Snoozed(Instant until) implements What {}

    /** It stands in the queue again. */
    public record Woken(Why why) implements What {
        public enum Why {
            TIME,
            /** What is promised needs a look. */
            PROMISE,
            /** The customer has said something. */
            REPLY,
            /** It is worse than it was. */
            SEVERITY,
            /** Another ticket goes on in it. */
            MERGED,
            DONE,
            /** Somebody of the desk took it up again. */
            PERSON
        }
    }

    /**
     * The ticket takes another lane, since the partner whose people raised it has become one or is one no more. What was
     * promised stands.
     */
    public record LaneChanged(Lane to, Why why) implements What {
        public enum Why {
            PARTNER_ACTIVE,
            PARTNER_SUSPENDED,
            PARTNER_ENDED
        }
    }

    /**
     * The ticket is somebody else's now.
     *
     * @param from null when it was nobody's
     * @param to null when it is nobody's now
     * @param why null when a person chose the other by name
     */
    public record Assigned(
            @Nullable Long from,
            @Nullable Long to,
            @Nullable Why why) implements What {
        public enum Why {
            /** Somebody took what was next in the queue. */
            NEXT,
            /** It waited, and was given to who knows the app and has least to do. */
            LEAST_BUSY,
            /** It waits for the desk, and the one whose it was is away. */
            AWAY
        }
    }

    /** Somebody was asked to the ticket, who sees it from now on. */
    public record ParticipantAdded(long person) implements What {}

    public record ParticipantRemoved(long person) implements What {}

    /** A partner's person has filed it for an end customer; with the company as it was named then. */
    public record FiledOnBehalf(long endCustomer, String company, Sharing sharing) implements What {
        static FiledOnBehalf of(Behalf behalf) {
            return new FiledOnBehalf(behalf.endCustomer(), behalf.company(), behalf.sharing());
        }
    }

    /** The end customer has said whether the partner may read it. */
    public record ConsentChanged(Consent consent) implements What {}

    /** The partner's people let the end customer read it. */
    public record SharedWithCustomer() implements What {}

    /** It is about something that is known already; with the title as it was then. */
    public record TopicLinked(long topic, String title) implements What {}

    public record TopicUnlinked(long topic, String title) implements What {}

    /** The desk finds it by a word from now on. */
    public record Tagged(String tag) implements What {}

    public record Untagged(String tag) implements What {}

    /** The answer was prepared; with the title of the macro as it was then. */
    public record MacroUsed(String title) implements What {}

    public record PromiseWarned(Metric metric, Instant dueAt) implements What, AboutPromise {
        public PromiseWarned {
            metric = orFirst(metric);
        }
    }

    public record PromiseKept(Metric metric, Instant dueAt) implements What, AboutPromise {
        public PromiseKept {
            metric = orFirst(metric);
        }
    }

    public record PromiseMissed(Metric metric, Instant dueAt) implements What, AboutPromise {
        public PromiseMissed {
            metric = orFirst(metric);
        }
    }

    public record PromiseWithdrawn(Metric metric, Instant dueAt) implements What, AboutPromise {
        public PromiseWithdrawn {
            metric = orFirst(metric);
        }
    }

    /**
     * Somebody has found that a verdict does not tell what happened. The verdict itself stays; who reads it reads the
     * newest correction with it (docs/sla.md, rule 11).
     *
     * @param ordinal which of the promises of this metric, from 1
     */
    public record VerdictCorrected(Metric metric, int ordinal, Promise.Verdict to, String reason)
            implements What, AboutPromise {
        private static final int LONGEST = 500;

        /** @throws IllegalArgumentException without a reason of 1 to 500 characters, or when it is no verdict */
        public VerdictCorrected {
            metric = orFirst(metric);
            ordinal = Math.max(1, ordinal);
            if (reason.isBlank() || reason.length() > LONGEST || reason.indexOf('\0') >= 0) {
                throw new IllegalArgumentException(
                        "a correction has a reason of at most " + LONGEST + " characters and no NUL");
            }
            if (to != Promise.Verdict.KEPT && to != Promise.Verdict.MISSED) {
                throw new IllegalArgumentException("a verdict is corrected to kept or missed");
            }
        }
    }
}
