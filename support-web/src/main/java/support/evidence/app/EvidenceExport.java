package support.evidence.app;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import support.audit.Deed;
import support.audit.persistence.AuditLog;
import support.coverage.Verdict;
import support.coverage.persistence.Judgements;
import support.sla.Promise;
import support.sla.persistence.Publications;
import support.ticket.persistence.Histories;

/** Writes the promises of a month into a file, with all that is needed to judge them again. */
@Component
public class EvidenceExport {
    /** @param seal the hash of the last entry, which the audit log keeps too */
    public record Exported(long promises, String seal) {}

    private final Publications publications;
    private final Histories histories;
    private final Judgements judgements;
    private final AuditLog log;
    private final TransactionTemplate oneState;

    EvidenceExport(
            Publications publications,
            Histories histories,
            Judgements judgements,
            AuditLog log,
            PlatformTransactionManager transactions) {
        this.publications = publications;
        this.histories = histories;
        this.judgements = judgements;
        this.log = log;
        oneState = new TransactionTemplate(transactions);
        oneState.setReadOnly(true);
        oneState.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /**
     * Writes a new file, all of it as the desk was at one instant, and an entry in the audit log.
     *
     * @throws FileAlreadyExistsException when there is such a file; it stays as it is
     */
    public Exported write(YearMonth month, Path file, Instant now) throws IOException {
        Files.createFile(file); // it is ours from here on
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            Exported exported = oneState.execute(running -> writeOneState(month, out, now));
            out.close(); // what is in the audit log is on the disk
            log.append(
                    now,
                    Deed.PROMISES_EXPORTED,
                    null,
                    "promises",
                    Map.of("month", month.toString(), "promises", "" + exported.promises, "seal", exported.seal),
                    null);
            return exported;
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private Exported writeOneState(YearMonth month, BufferedWriter out, Instant now) {
        ZoneId zone = publications.all().at(now).calendar().zone();
        EvidenceWriter writing = new EvidenceWriter(out);
        writing.add(new Entry.Head(Entry.FORMAT, month, zone, now));
        publications.calendars().forEach(calendar -> writing.add(Entry.Calendar.of(calendar)));
        publications.policies().forEach(policy -> writing.add(Entry.Policy.of(policy)));
        long promises = 0;
        Histories.Span span = Month.of(month, zone).span();
        for (List<Histories.History> some = histories.next(0, span); !some.isEmpty(); ) {
            Map<Long, List<Verdict>> verdicts = judgements.verdicts(
                    some.stream().map(history -> history.number().value()).toList());
            for (Histories.History history : some) {
                writing.add(
                        judged(history, verdicts.getOrDefault(history.number().value(), List.of()), now));
                promises += history.stored().size();
            }
            some = histories.next(some.getLast().number().value(), span);
        }
        return new Exported(promises, writing.add(new Entry.Seal(promises)));
    }

    /** The promises by metric, each metric's in the order in which they were made. */
    private static Entry judged(Histories.History history, List<Verdict> verdicts, Instant now) {
        List<Outcome> outcomes = history.stored().stream()
                .sorted(Comparator.comparing(Promise::metric))
                .map(promise -> Outcome.of(promise.lookedAt(now)))
                .toList();
        return new Entry.Judged(
                history.number().value(), Stand.of(history.events(), verdicts), Step.of(history.events()), outcomes);
    }
}
