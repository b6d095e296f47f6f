package support.evidence.app;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import support.coverage.Finding;
import support.coverage.Verdict;
import support.ticket.Coverage;
import support.ticket.TicketEvent;

/**
 * How a ticket stands to free support from an instant on: what is not covered is promised only when somebody takes it on.
 *
 * @param admission whether it is promised, and why
 * @param verdict what the rules said then; null where nobody asked them
 * @param scope the version of the conditions by which they said so; null where nobody asked them
 * @param rules those that refused it, by name and sentence. What fills the sentence stays with the ticket: it is of people
 *     and of what they have bought
 */
record Stand(
        Instant at,
        Coverage.Admission admission,
        Verdict.@Nullable Kind verdict,
        @Nullable Integer scope,
        List<String> rules) {

    Stand {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(admission, "admission");
        rules = List.copyOf(rules);
    }

    /** @param verdicts that were kept of the ticket, in the order in which they were judged */
    static List<Stand> of(List<TicketEvent> history, List<Verdict> verdicts) {
        Iterator<Verdict> judged = verdicts.iterator();
        List<Stand> stands = new ArrayList<>();
        for (TicketEvent event : history) {
            of(event, judged).forEach(stands::add);
        }
        return stands;
    }

    private static Stream<Stand> of(TicketEvent event, Iterator<Verdict> judged) {
        return switch (event.what()) {
            case TicketEvent.Raised raised -> Stream.of(judged(event.at(), raised.coverage(), judged));
            case TicketEvent.CoverageChecked checked -> Stream.of(judged(event.at(), checked.coverage(), judged));
            case TicketEvent.CoverageAccepted accepted -> said(event.at(), Coverage.Admission.ACCEPTED);
            case TicketEvent.QuotationAccepted ordered -> said(event.at(), Coverage.Admission.ORDERED);
            case TicketEvent.CoverageDeclined declined -> said(event.at(), Coverage.Admission.DECLINED);
            case TicketEvent.QuotationDeclined declined -> said(event.at(), Coverage.Admission.DECLINED);
            default -> Stream.empty();
        };
    }

    private static Stream<Stand> said(Instant at, Coverage.Admission admission) {
        return Stream.of(new Stand(at, admission, null, null, List.of()));
    }

    private static Stand judged(Instant at, Coverage coverage, Iterator<Verdict> judged) {
        if (coverage.verdict() == null || !judged.hasNext()) {
            return new Stand(at, coverage.admission(), coverage.verdict(), null, List.of());
        }
        Verdict verdict = judged.next();
        return new Stand(
                at,
                coverage.admission(),
                coverage.verdict(),
                verdict.scopeVersion(),
                verdict.findings(Finding.Effect.REFUSES).stream()
                        .map(finding -> finding.rule() + "." + finding.note())
                        .toList());
    }

    /**
     * Whether the policy promises anything at an instant.
     *
     * @throws BrokenEvidence when nothing is said of it
     */
    static boolean isPromised(List<Stand> stands, Instant at) {
        return stands.stream()
                .filter(stand -> !stand.at.isAfter(at))
                .reduce((before, after) -> after)
                .orElseThrow(() -> new BrokenEvidence("nothing is said of coverage at " + at))
                .admission
                .isPromised();
    }
}
