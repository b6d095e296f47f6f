package support.publishing.app;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import support.calendar.NeverOpens;
import support.calendar.OutsideCalendar;
import support.publishing.Rehearsed;
import support.publishing.Subject;
import support.publishing.persistence.Drafts;
import support.publishing.persistence.Rehearsals;
import support.publishing.persistence.RehearsedChanges;
import support.sla.Promise;
import support.sla.Terms;
import support.sla.app.CurrentTerms;
import support.ticket.Replay;
import support.ticket.persistence.Histories;

/** Replays the history of all tickets as if a draft had been in force since ever. Nothing but the run itself is changed. */
@Component
public class Rehearsing {
    private static final Logger LOG = LoggerFactory.getLogger(Rehearsing.class);

    private final Drafts drafts;
    private final Rehearsals rehearsals;
    private final RehearsedChanges changes;
    private final Histories histories;
    private final CurrentTerms terms;
    private final Clock clock;

    Rehearsing(
            Drafts drafts,
            Rehearsals rehearsals,
            RehearsedChanges changes,
            Histories histories,
            CurrentTerms terms,
            Clock clock) {
        this.drafts = drafts;
        this.rehearsals = rehearsals;
        this.changes = changes;
        this.histories = histories;
        this.terms = terms;
        this.clock = clock;
    }

    public Optional<Drafts.Draft> draft(Subject subject) {
        return drafts.find(subject);
    }

    /** Of the desk: spans are days of it. */
    public ZoneId zone() {
        return terms.calendar().zone();
    }

    /**
     * Begins a run in the background, in the place of an earlier one of this draft.
     *
     * @param span of the promises that it looks at
     * @throws support.sla.RefusedTerms when the draft cannot follow what is published
     */
    public void start(Drafts.Draft draft, Histories.Span span) {
        Instant now = clock.instant();
        Terms published = terms.published();
        Terms next = Proposals.of(draft)
                .after(published, published.earliestNext(now))
                .newestAlways();
        long run = rehearsals.begin(draft.subject(), draft.revision(), span.from(), span.to(), now);
        Thread.ofVirtual().name("rehearsal-" + run).start(() -> run(run, span, Replay.asIf(next, now), now));
    }

    private void run(long run, Histories.Span span, Replay replay, Instant now) {
        try {
            List<Histories.History> page = histories.next(0, span);
            while (!page.isEmpty()) {
                CompletableFuture<List<Histories.History>> next = read(page.getLast(), span);
                if (!rehearsals.goOn(run, page.size(), clock.instant())) {
                    return; // cancelled, or another has taken its place
                }
                changes.add(run, different(page, replay, now));
                page = next.join();
            }
            rehearsals.end(run, Rehearsals.State.DONE);
        } catch (DataIntegrityViolationException replaced) {
            LOG.debug("another run has taken the place of {}", run);
        } catch (RuntimeException broken) {
            LOG.error("A rehearsal has failed", broken);
            rehearsals.end(run, Rehearsals.State.FAILED);
        }
    }

    /** The next page, while another thread looks at this one: one waits for the database, the other for the processor. */
    private CompletableFuture<List<Histories.History>> read(Histories.History last, Histories.Span span) {
        return CompletableFuture.supplyAsync(
                () -> histories.next(last.number().value(), span), Thread::startVirtualThread);
    }

    private static List<Rehearsed> different(List<Histories.History> page, Replay replay, Instant now) {
        return page.parallelStream()
                .flatMap(one -> Rehearsed.of(one.number(), one.stored(), would(replay, one), now).stream())
                .filter(one -> one.difference() != Rehearsed.Difference.NONE)
                .toList();
    }

    /** What would be due beyond the years of a calendar would not be promised. */
    private static List<Promise> would(Replay replay, Histories.History history) {
        try {
            return replay.of(history.events());
        } catch (OutsideCalendar | NeverOpens beyond) {
            return List.of();
        }
    }
}
