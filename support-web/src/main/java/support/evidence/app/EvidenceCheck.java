package support.evidence.app;

import java.io.IOException;
import java.io.InputStream;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import support.sla.Metric;
import support.sla.Promise;
import support.sla.Terms;
import support.sla.persistence.StoredTerms;
import support.ticket.Replay;
import support.ticket.TicketNumber;

/**
 * Judges a file of evidence with nothing but the file: the chain of hashes shows that no line was changed, moved or taken
 * out, and a replay shows that each promise is what its own steps come to by the terms in the file, even if somebody has
 * made all hashes anew.
 */
public final class EvidenceCheck {
    /** @param seal the hash of the last entry: whoever has it from elsewhere knows that this is the file */
    public record Verified(YearMonth month, long promises, String seal) {}

    private final Chain chain = new Chain();
    private final List<StoredTerms> calendars = new ArrayList<>();
    private final List<StoredTerms> policies = new ArrayList<>();
    private Entry.@Nullable Head head;
    private @Nullable Replay replay;
    private long lastTicket;
    private long promises;
    private @Nullable String seal;

    private EvidenceCheck() {}

    /** @throws BrokenEvidence at the first line that does not fit */
    public static Verified check(InputStream file) throws IOException {
        EvidenceCheck check = new EvidenceCheck();
        Lines lines = new Lines(file);
        for (String line = lines.next(); line != null; line = lines.next()) {
            check.take(line, lines.number());
        }
        return check.end(lines.number());
    }

    private void take(String line, long number) {
        try {
            if (seal != null) {
                throw new BrokenEvidence("comes after the seal");
            }
            Link link = Link.read(line);
            if (!chain.next(link.entry()).equals(link.hash())) {
                throw new BrokenEvidence(
                        "the hash does not fit: it, or a line before it, was changed, moved or taken out");
            }
            take(EntryJson.read(link.entry()), link.hash());
        } catch (RuntimeException wrong) { // whatever is in a file, the answer names the line
            throw new BrokenEvidence(number, String.valueOf(wrong.getMessage()));
        }
    }

    private void take(Entry entry, String hash) {
        if ((head == null) != entry instanceof Entry.Head) {
            throw new BrokenEvidence("the head is the first line, and no other");
        }
        switch (entry) {
            case Entry.Head first -> begin(first);
            case Entry.Calendar calendar -> add(calendars, calendar.terms());
            case Entry.Policy policy -> add(policies, policy.terms());
            case Entry.Judged judged -> judge(judged, Objects.requireNonNull(head));
            case Entry.Seal last -> end(last, hash);
        }
    }

    private void begin(Entry.Head first) {
        if (first.format() != Entry.FORMAT) {
            throw new BrokenEvidence("this desk reads format " + Entry.FORMAT + ", not " + first.format());
        }
        head = first;
    }

    private void add(List<StoredTerms> to, StoredTerms terms) {
        if (replay != null) {
            throw new BrokenEvidence("calendars and policies come before the promises");
        }
        to.add(terms);
    }

    private void judge(Entry.Judged judged, Entry.Head by) {
        TicketNumber ticket = new TicketNumber(judged.ticket());
        if (judged.ticket() <= lastTicket) {
            throw new BrokenEvidence(ticket + " is not in order");
        }
        List<Promise> counted = replay()
                .of(judged.steps().stream().map(Step::event).toList())
                .stream()
                .sorted(Comparator.comparing(Promise::metric))
                .toList();
        List<Promise> told = judged.promises().stream().map(Outcome::promise).toList();
        if (told.isEmpty() || told.size() != counted.size()) {
            throw new BrokenEvidence(
                    ticket + ": these steps make " + counted.size() + " promises, written are " + told.size());
        }
        for (int i = 0; i < told.size(); i++) {
            compare(ticket, told.get(i), counted.get(i).lookedAt(by.exportedAt()));
        }
        if (told.stream().noneMatch(Month.of(by.month(), by.zone())::holds)) {
            throw new BrokenEvidence(ticket + " is not of " + by.month());
        }
        judged.steps().forEach(step -> compare(ticket, step, judged.coverage()));
        lastTicket = judged.ticket();
        promises += told.size();
    }

    private static void compare(TicketNumber ticket, Promise told, Promise counted) {
        told.differences(counted).stream().findFirst().ifPresent(difference -> {
            throw new BrokenEvidence(ticket + " " + difference.words("written", "judged"));
        });
    }

    /** What is not covered is promised by nobody but a person who names a day. */
    private static void compare(TicketNumber ticket, Step step, List<Stand> coverage) {
        boolean byPolicy = step.what() == Step.What.PROMISE_MADE && step.metric() != Metric.NEXT_NEWS;
        if (byPolicy && !Stand.isPromised(coverage, step.at())) {
            throw new BrokenEvidence(ticket + " was not covered when it was promised at " + step.at());
        }
    }

    private Replay replay() {
        if (replay == null) {
            if (calendars.isEmpty() || policies.isEmpty()) {
                throw new BrokenEvidence("there is no calendar or no policy before it");
            }
            replay = Replay.asItWas(Terms.of(
                    calendars.stream().map(StoredTerms::calendar).toList(),
                    policies.stream().map(StoredTerms::policy).toList()));
        }
        return replay;
    }

    private void end(Entry.Seal last, String hash) {
        if (last.promises() != promises) {
            throw new BrokenEvidence("the seal counts " + last.promises() + " promises, there are " + promises);
        }
        seal = hash;
    }

    private Verified end(long lines) {
        if (lines == 0) {
            throw new BrokenEvidence("the file is empty");
        }
        if (head == null || seal == null) {
            throw new BrokenEvidence(lines, "the file ends after it, without a seal");
        }
        return new Verified(head.month(), promises, seal);
    }
}
